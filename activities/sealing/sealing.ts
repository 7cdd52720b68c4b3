import type { Client } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import type { Logger } from 'pino';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';

/** What sealing works with. */
export interface Sealing {
  readonly db: Db;
  readonly keyring: Keyring;
  readonly codec: PayloadCodec;
  readonly client: Client;
  /** Name of this system's log in its heads. */
  readonly origin: string;
  readonly log: Logger;
}
