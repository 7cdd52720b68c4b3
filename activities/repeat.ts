import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';

/**
 * Does `task` again and again until told to stop: at once while it says there is more, else after `everyMs`. One that
 * fails is logged by its name and tried again.
 */
export async function repeat(
  name: string,
  task: () => Promise<{ more: boolean }>,
  { everyMs, log, stopping }: { everyMs: number; log: Logger; stopping: AbortSignal },
): Promise<void> {
  while (!stopping.aborted) {
    const { more } = await task().catch((error: Error) => {
      log.warn({ task: name, error: error.name }, 'failed and will be tried again');
      return { more: false };
    });
    if (!more) await delay(everyMs, undefined, { signal: stopping }).catch(() => undefined);
  }
}
