import { setTimeout } from 'node:timers/promises';

const PATIENCE_MS = 20_000;

/** Waits until something is so; says what was so instead when patience ends. */
export async function until(isSo: () => boolean, instead: () => string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (!isSo()) {
    if (performance.now() > giveUpAt) throw new Error(`Waited in vain: ${instead()}`);
    await setTimeout(15);
  }
}
