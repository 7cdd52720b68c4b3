import { loadStartSettings, type StartSettings } from '../../platform/settings.js';
import { homeAt } from './home.js';
import { loadKeys, type Keys } from './keys.js';
import { databaseUrl } from './database.js';
import { RunState, type Ports } from './run-state.js';

export const DATABASE = 'zhibao';

/** What the processes of one copy are told: what the operator set, and for the rest what the copy brought up itself. */
export function processEnvironment(settings: StartSettings, keys: Keys, ports: Ports): Record<string, string> {
  return {
    PORT: String(settings.port),
    ZHIBAO_HOME: settings.home,
    DATABASE_URL: settings.databaseUrl ?? databaseUrl(ports.postgres ?? 0, keys.postgresPassword, DATABASE),
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
 * The environment of an operator's command: beside a copy that was started here, it speaks to that copy. For
 * `loadSettings`.
 */
export function commandEnvironment(): NodeJS.ProcessEnv {
  const settings = loadStartSettings();
  const home = homeAt(settings.home);
  const keys = loadKeys(home);
  if (!keys) return process.env;
  return { ...process.env, ...processEnvironment(settings, keys, new RunState(home).ports) };
}
