import { withKeys } from '../../platform/keys/with-keys.js';
import { loadStartSettings, type StartSettings } from '../../platform/settings.js';
import type { Copy } from './copy.js';
import { bringUp } from './bring-up.js';
import { lockHome, openHome } from './home.js';
import { Keeper } from './keeper.js';
import { loadOrMakeKeys } from './keys.js';
import { isAbandoned, launchers } from './launchers.js';
import { endServers } from './left-running.js';
import { RunState } from './run-state.js';
import { sayOnConsole as say } from './say.js';

/**
 * `npm start`: brings up everything that is not there already, keeps it running, and ends it in order when it is told
 * to by Ctrl-C or SIGTERM.
 * @throws OperatorError if it cannot; nothing is left running then
 */
export async function start(): Promise<void> {
  process.stdout.on('error', () => undefined); // The terminal was closed: what is begun is ended all the same.
  const settings = loadStartSettings(await withKeys());
  const home = await openHome(settings.home);
  const unlock = await lockHome(home);
  try {
    const keys = await loadOrMakeKeys(home);
    const state = new RunState(home);
    await run(settings, (stopping) => ({ settings, home, keys, state, say, stopping }));
  } finally {
    await unlock();
  }
}

async function run(settings: StartSettings, copyWith: (stopping: AbortSignal) => Copy): Promise<void> {
  const keeper = new Keeper(say);
  const copy = copyWith(stopSignal(keeper));
  try {
    await bringUp(copy, keeper);
    await keeper.watch(copy.stopping);
  } catch (cause) {
    if (!copy.stopping.aborted) throw cause;
  } finally {
    await keeper.endAll();
    await endServers(copy);
    say('已全部停止。', 'Everything has been stopped.');
  }
}

/** The first signal stops everything in order, the second one at once. The end of npm is a signal too. */
function stopSignal(keeper: Keeper): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    if (controller.signal.aborted) return keeper.hurry();
    say('正在停止……（再按一次 Ctrl-C 立即停止）', 'Stopping … (Ctrl-C again to stop at once)');
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  const started = launchers();
  const watch = setInterval(() => {
    if (!isAbandoned(started)) return;
    clearInterval(watch);
    if (!controller.signal.aborted) stop();
  }, 1000).unref();
  return controller.signal;
}
