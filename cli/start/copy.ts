import type { StartSettings } from '../../platform/settings.js';
import type { Home } from './home.js';
import type { Keys } from './keys.js';
import { freePort, isFree } from './ports.js';
import type { Ports, RunState } from './run-state.js';
import type { Say } from './say.js';
import { waitUntil } from './wait.js';

/** One copy of the product on this machine: its settings, its folder, its secrets, what runs of it. */
export interface Copy {
  settings: StartSettings;
  home: Home;
  keys: Keys;
  state: RunState;
  say: Say;
  /** Aborted when the operator wants it to stop. */
  stopping: AbortSignal;
}

/** Somebody may have the port for a moment: a connection of whoever looks for the server that is to come back. */
const GIVEN_BACK_MILLISECONDS = 10_000;

/**
 * The port that this copy used before, or a free one that it will use from now on. Whoever runs knows the one before: it
 * is given up only where it is taken for good.
 */
export async function portFor({ state }: Copy, server: keyof Ports): Promise<number> {
  const known = state.ports[server];
  if (known !== undefined && (await waitUntil(() => isFree(known), GIVEN_BACK_MILLISECONDS))) return known;
  const port = await freePort();
  state.setPort(server, port);
  return port;
}
