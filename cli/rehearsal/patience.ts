import { setTimeout as delay } from 'node:timers/promises';

const FIRST_LOOK_MS = 100;
const LONGEST_LOOK_MS = 1000;

/** Waits, but no longer than until `signal`. */
export const pause = (milliseconds: number, signal: AbortSignal): Promise<void> =>
  delay(milliseconds, undefined, { signal });

/** Looks again and again, at growing distances, until something is seen. @throws when `signal` ends the waiting */
export async function eventually<Seen>(look: () => Promise<Seen | undefined>, signal: AbortSignal): Promise<Seen> {
  for (let waitMs = FIRST_LOOK_MS; ; waitMs = Math.min(LONGEST_LOOK_MS, waitMs * 1.5)) {
    signal.throwIfAborted();
    const seen = await look();
    if (seen !== undefined) return seen;
    await pause(waitMs, signal);
  }
}
