import { setTimeout as pause } from 'node:timers/promises';

const POLL_MILLISECONDS = 50;

/** Asks again and again until the answer is yes. Answers false when the time is over. */
export async function waitUntil(yes: () => boolean | Promise<boolean>, milliseconds: number): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (performance.now() < end) {
    if (await yes()) return true;
    await pause(POLL_MILLISECONDS);
  }
  return yes();
}
