import type { Logger } from 'pino';
import type { Bank } from '../bank/bank.js';
import type { Keyring } from '../platform/keyring.js';
import type { RunningCases } from '../platform/running-cases.js';
import type { Db } from '../prisma/client.js';

/** What the activities of one worker process work with. */
export interface World {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly bank: Bank;
  /** The cases, where they are told what became of their payments and notices, and those of bundles are started. */
  readonly cases: Pick<RunningCases, 'tellPayment' | 'tellPublication' | 'start'>;
  readonly log: Logger;
}
