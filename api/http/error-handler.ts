import type { ErrorRequestHandler, Request, Response } from 'express';
import { MulterError } from 'multer';
import type { Logger } from 'pino';
import type { ErrorCode } from '../../domain/errors.js';
import { PAPER_BYTES } from '../../domain/rules/paper-limits.js';
import type { Problem } from '../../domain/schemas/problem.js';
import { problemOf, Refused } from '../problem.js';
import { safeError } from '../security/safe-error.js';
import { isDatabaseAway } from './database-away.js';

/**
 * Every error leaves as a problem document, or as a page where a browser asked for one; what was not foreseen is
 * logged, and no trace of it leaves.
 */
export function problems(log: Logger, page: (response: Response, problem: Problem) => void): ErrorRequestHandler {
  return (error: unknown, request, response, next) => {
    const refused = asRefused(error);
    if (LOGGED.includes(refused.code)) log.error({ err: safeError(error) }, refused.code);
    if (response.headersSent) return next(error);
    const problem = problemOf(refused);
    if (problem.retryAfterSeconds !== undefined) response.setHeader('Retry-After', problem.retryAfterSeconds);
    response.status(problem.status);
    if (wantsPage(request)) page(response, problem);
    else response.type('application/problem+json').send(JSON.stringify(problem));
  };
}

/** What somebody has to look after. */
const LOGGED: readonly ErrorCode[] = ['INTERNAL', 'UNAVAILABLE', 'STORAGE_FULL'];

const wantsPage = (request: Request): boolean =>
  !request.path.startsWith('/api/') && request.accepts(['application/problem+json', 'html']) === 'html';

function asRefused(error: unknown): Refused {
  if (error instanceof Refused) return error;
  if (error instanceof MulterError)
    return error.code === 'LIMIT_FILE_SIZE' ? tooLarge('file', PAPER_BYTES) : new Refused('MALFORMED_REQUEST');
  const { status, code, limit } = (error ?? {}) as { status?: unknown; code?: unknown; limit?: unknown };
  if (status === 413) return tooLarge('body', Number(limit));
  if (status === 415) return new Refused('UNSUPPORTED_MEDIA');
  if (typeof status === 'number' && status >= 400 && status < 500) return new Refused('MALFORMED_REQUEST');
  if (isFull(code)) return new Refused('STORAGE_FULL');
  return new Refused(isDatabaseAway(error) ? 'UNAVAILABLE' : ('INTERNAL' satisfies ErrorCode));
}

/** No room: of the disk, of a quota, of what a process may write. */
const isFull = (code: unknown): boolean => ['ENOSPC', 'EDQUOT', 'EFBIG'].includes(String(code));

function tooLarge(field: string, mostBytes: number): Refused {
  const most = mostBytes < 1024 ** 2 ? `${mostBytes / 1024} kB` : `${mostBytes / 1024 ** 2} MB`;
  return new Refused('TOO_LARGE', { errors: [{ field, zh: `不能超过${most}`, en: `At most ${most}` }] });
}
