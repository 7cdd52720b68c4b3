import { randomInt } from 'node:crypto';
import { createServer } from 'node:net';

/** Below those that systems give to whoever connects or asks for any: nobody is given one of these by chance. */
const [FIRST, LAST] = [20_000, 32_767];

/** A port of this machine on which nobody listens at the moment. */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(FIRST, LAST + 1);
    if (await isFree(port)) return port;
  }
}

/** Whether a server could listen on the port, on all addresses of the machine. */
export async function isFree(port: number): Promise<boolean> {
  return (await whyNotFree(port)) === undefined;
}

/** @returns the system's code, `EADDRINUSE` or `EACCES`, or undefined if a server could listen on the port */
export function whyNotFree(port: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = createServer().once('error', ({ code }: NodeJS.ErrnoException) => resolve(code ?? 'unknown'));
    server.listen(port, () => server.close(() => resolve(undefined)));
  });
}

/** Whether it is this process that serves on the port of this machine: it says its number at `/healthz`. */
export async function isServedBy(pid: number, port: number): Promise<boolean> {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(2000) });
    return ((await response.json()) as { pid?: unknown }).pid === pid;
  } catch {
    return false;
  }
}
