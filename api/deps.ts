import type { Pool } from 'pg';
import type { Logger } from 'pino';
import type { Keyring } from '../platform/keyring.js';
import type { Settings } from '../platform/settings.js';
import type { Db } from '../prisma/client.js';
import type { Engine } from './engine.js';
import type { Limits } from './security/limits.js';
import type { Verifications } from './verifying/verifications.js';

type ApiSettings = Pick<
  Settings,
  'home' | 'publicUrl' | 'port' | 'sessionSecret' | 'trustedProxies' | 'demonstration'
> &
  Partial<Pick<Settings, 'codecUiOrigin'>>;

/** What the API is given. */
export interface World {
  readonly settings: ApiSettings;
  readonly db: Db;
  /** For sessions and limits, whose libraries bring their own statements. */
  readonly pool: Pool;
  readonly keyring: Keyring;
  readonly engine: Engine;
  readonly verifications: Pick<Verifications, 'begin'>;
  readonly log: Logger;
}

/** What its handlers work with. */
export interface Deps extends World {
  readonly limits: Limits;
}
