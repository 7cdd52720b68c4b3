import type { Logger } from 'pino';
import type { Bank } from '../../bank/bank.js';
import type { Keyring } from '../../platform/keyring.js';
import type { RunningCases } from '../../platform/running-cases.js';
import type { Db } from '../../prisma/client.js';

/** What a sweep works with. */
export interface Swept {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly cases: RunningCases;
  readonly bank: Bank;
  /** Where what a sweep leaves undone is told to the operator. */
  readonly log?: Logger;
}

/**
 * Repeats what was received and acknowledged as a row but not yet told, at most `limit` rows; answers how many it
 * found. Any number of workers may sweep: what is told twice counts once.
 */
export type Sweep = (swept: Swept, limit: number) => Promise<number>;
