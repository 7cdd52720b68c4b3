import type { IncomingMessage, ServerResponse } from 'node:http';
import type { RequestHandler, Response } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';

const routeOf = (response: ServerResponse): string => (response as Response).locals?.route ?? 'unknown';

/** One line a request: method, route (not the address: it may hold a receipt), status, time. */
export function requestLog(logger: Logger): RequestHandler {
  return pinoHttp({
    logger,
    quietReqLogger: true,
    autoLogging: { ignore: ({ url }) => url === '/healthz' || url === '/readyz' },
    serializers: {
      req: ({ id, method }: { id: unknown; method: string }) => ({ id, method }),
      res: ({ statusCode }: { statusCode: number }) => ({ statusCode }),
      err: () => undefined,
    },
    customProps: (_request: IncomingMessage, response: ServerResponse) => ({ route: routeOf(response) }),
    customLogLevel: (_request, { statusCode }) => (statusCode >= 500 ? 'error' : 'info'),
    customSuccessMessage: () => 'answered',
    customErrorMessage: () => 'failed',
  });
}
