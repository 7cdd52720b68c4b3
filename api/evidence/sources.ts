import type { Client } from '@temporalio/client';
import type { PayloadCodec } from '@temporalio/common';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';

/** Where evidence is collected from. */
export interface Sources {
  readonly db: Tx;
  readonly keyring: Keyring;
  readonly codec: PayloadCodec;
  /** The engine: histories of what still runs. */
  readonly client: Client;
  /** The data folder: papers. */
  readonly home: string;
}
