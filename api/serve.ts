import { once } from 'node:events';
import type { Server } from 'node:http';
import type { Logger } from 'pino';
import { OperatorError } from '../platform/operator-error.js';

/** Requests that take longer than this are cut off when the process is told to stop. */
const DRAIN_MS = 15_000;

/**
 * Listens until told to stop, then takes nothing new and finishes what it has.
 * @throws OperatorError if the port is taken
 */
export async function serveUntil(stopping: AbortSignal, server: Server, port: number, log: Logger): Promise<void> {
  server.requestTimeout = 60_000;
  // Longer than the proxies in front keep theirs: a connection is not closed under a request.
  server.keepAliveTimeout = 75_000;
  server.headersTimeout = 20_000;
  await listen(server, port);
  log.info({ port }, 'listening');
  if (!stopping.aborted) await once(stopping, 'abort');
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
  await closed;
  clearTimeout(cut);
}

async function listen(server: Server, port: number): Promise<void> {
  try {
    server.listen(port);
    await once(server, 'listening');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    throw new OperatorError(
      `端口 ${port} 已被占用：请停止占用它的程序，或用 PORT 另设一个端口。`,
      `Port ${port} is in use: stop the program that uses it, or choose another one with PORT.`,
    );
  }
}
