import path from 'node:path';
import { loadStartSettings, type StartSettings } from '../../platform/settings.js';
import { homeAt } from './home.js';
import { loadKeys, type Keys } from './keys.js';
import { databaseUrl } from './database.js';
import { RunState, type Ports } from './run-state.js';

export const DATABASE = 'zhibao';

/** TLS and API key that the operator has for another Temporal are not for the one that is brought up here. */
const embeddedTemporal = (home: string) => ({
  TEMPORAL_CONFIG_FILE: path.join(home, 'temporal.toml'), // It need not exist.
  TEMPORAL_PROFILE: undefined,
  TEMPORAL_API_KEY: undefined,
  TEMPORAL_TLS: 'false',
});

/** What the processes of one copy are told: what the operator set, and for the rest what the copy brought up itself. */
export function processEnvironment(settings: StartSettings, keys: Keys, ports: Ports) {
  return {
    PORT: String(settings.port),
    ZHIBAO_HOME: settings.home,
    DATABASE_URL: settings.databaseUrl ?? databaseUrl(ports.postgres ?? 0, keys.postgresPassword, DATABASE),
    ...(settings.temporalAddress === undefined ? embeddedTemporal(settings.home) : {}),
    TEMPORAL_ADDRESS: temporalAddress(settings, ports),
    TEMPORAL_NAMESPACE: settings.temporalNamespace,
    BANK_URL: settings.bankUrl ?? `http://127.0.0.1:${ports.bank}`,
    ZHIBAO_KEY: settings.key ?? keys.key,
    ZHIBAO_SESSION_SECRET: settings.sessionSecret ?? keys.sessionSecret,
    PUBLIC_URL: settings.publicUrl ?? `http://localhost:${settings.port}`,
    ZHIBAO_DEMONSTRATION: String(settings.demonstration),
  };
}

export const temporalAddress = ({ temporalAddress: given }: StartSettings, ports: Ports) =>
  given ?? `127.0.0.1:${ports.temporal}`;

/**
 * The environment of an operator's command, for `loadSettings`: beside a copy that was started here it speaks to that
 * copy. Changes the environment of this process, because what connects to Temporal reads it too.
 */
export function commandEnvironment(): NodeJS.ProcessEnv {
  const settings = loadStartSettings();
  const home = homeAt(settings.home);
  const keys = loadKeys(home);
  if (!keys) return process.env;
  for (const [name, value] of Object.entries(processEnvironment(settings, keys, new RunState(home).ports))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  return process.env;
}
