import { OperatorError } from './operator-error.js';

/**
 * Runs a process of the product until it is told to stop (SIGTERM, SIGINT): `work` ends what it has begun and returns.
 * What an operator can put right is said in a sentence, exit code 1.
 */
export async function runProcess<S>(
  load: () => S | Promise<S>,
  work: (settings: S, stopping: AbortSignal) => Promise<void>,
): Promise<void> {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => controller.abort());
  try {
    await work(await load(), controller.signal);
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${describe(error)}\n`);
    process.exit(1);
  }
}

function describe(error: unknown): string {
  if (error instanceof OperatorError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
