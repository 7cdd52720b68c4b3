import type { Client } from '@temporalio/client';
import type { WorkflowBundleOption } from '@temporalio/worker';
import type { Logger } from 'pino';
import type { Bank } from '../../bank/bank.js';
import type { CountyCodec } from '../../platform/codec.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';

/** What is compared and put right after a restore, and by what. */
export interface Ground {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly codec: CountyCodec;
  readonly client: Client;
  readonly bank: Bank;
  readonly workflows: WorkflowBundleOption;
  readonly log: Logger;
}
