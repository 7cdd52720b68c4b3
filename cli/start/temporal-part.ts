import { portFor, type Copy } from './copy.js';
import { findTemporal } from './find-temporal.js';
import type { Part } from './part.js';
import { end, isAlive, type ProcessRecord } from './processes.js';
import { isServing, startTemporal } from './temporal-server.js';
import { waitUntil } from './wait.js';

const ADOPT_MILLISECONDS = 10_000;
const END_MILLISECONDS = 15_000;

/** Temporal's development server with its state in a file. */
export function temporalPart(copy: Copy): Part {
  const { settings, home, state, say, stopping } = copy;
  const stop = async (server: ProcessRecord) => {
    await end(server, END_MILLISECONDS);
    state.setProcess('temporal', undefined);
  };
  return {
    zh: '流程引擎 Temporal',
    en: 'workflow engine Temporal',
    mayBeKilled: true,
    start: async () => {
      const left = state.process('temporal');
      if (left && (await isUsable(left, copy))) return left;
      if (left) await stop(left); // Two servers must never write to one file.
      return startTemporal({
        program: await findTemporal('temporal', settings.cache, { say, stopping }),
        port: await portFor(copy, 'temporal'),
        namespace: settings.temporalNamespace,
        stateFile: home.at('temporal.db'),
        logFile: home.at('logs', 'temporal.log'),
        onSpawn: (server) => state.setProcess('temporal', server),
      });
    },
    stop,
  };
}

async function isUsable(left: ProcessRecord, { state, settings }: Copy): Promise<boolean> {
  const port = state.ports.temporal;
  if (port === undefined || !isAlive(left)) return false;
  return waitUntil(() => isServing(port, settings.temporalNamespace), ADOPT_MILLISECONDS);
}
