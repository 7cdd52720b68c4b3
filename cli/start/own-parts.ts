import { childPart } from './child-part.js';
import { portFor, type Copy } from './copy.js';
import type { Part } from './part.js';
import { isPolling } from './polling.js';
import { isServedBy } from './ports.js';
import { processEnvironment, temporalAddress } from './process-environment.js';
import { isRestoring } from './restoring.js';

/** The simulator of a bank, with a durable store of its own. */
export const bankPart = (copy: Copy): Part =>
  childPart(copy, {
    name: 'bank',
    zh: '模拟银行',
    en: 'simulated bank',
    script: 'bank/simulator/main.js',
    environment: async () => ({ BANK_PORT: String(await portFor(copy, 'bank')), BANK_HOME: copy.home.at('bank') }),
    isReady: ({ pid }) => isServedBy(pid, copy.state.ports.bank ?? 0),
    endMilliseconds: 10_000,
  });

/** Carries the workflows and activities. It finishes what it has begun before it ends. */
export const workerPart = (copy: Copy): Part =>
  childPart(copy, {
    name: 'worker',
    zh: '办件处理进程',
    en: 'worker',
    script: 'activities/worker.js',
    isReady: async ({ pid }) =>
      (await isPolling(temporalOf(copy), environmentOf(copy), pid)) || (await isRestoring(databaseOf(copy))),
    endMilliseconds: 45_000,
  });

/** The API and the pages. */
export const apiPart = (copy: Copy): Part =>
  childPart(copy, {
    name: 'api',
    zh: '网站服务',
    en: 'API',
    script: 'api/main.js',
    isReady: () => isOk(`http://127.0.0.1:${copy.settings.port}/readyz`),
    endMilliseconds: 20_000,
  });

const databaseOf = ({ settings, keys, state }: Copy): string =>
  processEnvironment(settings, keys, state.ports).DATABASE_URL;

const environmentOf = ({ settings, keys, state }: Copy) => ({
  ...process.env,
  ...processEnvironment(settings, keys, state.ports),
});

const temporalOf = ({ settings, state }: Copy) => ({
  temporalAddress: temporalAddress(settings, state.ports),
  temporalNamespace: settings.temporalNamespace,
});

async function isOk(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(2000) });
    return response.ok;
  } catch {
    return false;
  }
}
