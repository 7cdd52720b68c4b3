import type { Logger } from 'pino';
import type { Bank } from '../bank/bank.js';
import type { Keyring } from '../platform/keyring.js';
import type { Db } from '../prisma/client.js';

/** What the activities of one worker process work with. */
export interface World {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly bank: Bank;
  readonly log: Logger;
}
