import { ERRORS, type ErrorCode } from '../domain/errors.js';
import type { Bilingual } from '../domain/schemas/common.js';
import type { FieldError, Problem } from '../domain/schemas/problem.js';
import { fieldsAbout } from '../domain/texts/fields-about.js';

type Details = Pick<Problem, 'errors' | 'moved' | 'already' | 'proposedBy' | 'caseNo' | 'retryAfterSeconds'>;

/** A request that is refused, with the reason its sender is told. */
export class Refused extends Error {
  readonly code: ErrorCode;
  readonly details: Details;

  constructor(code: ErrorCode, details: Details = {}) {
    super(code);
    this.name = 'Refused';
    this.code = code;
    this.details = details;
  }
}

export const invalid = (errors: FieldError[]): Refused => new Refused('INVALID_INPUT', { errors });

/** @throws Refused NOT_FOUND where there is nothing. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Refused('NOT_FOUND');
  return value;
}

/** The problem document (RFC 9457) of a refusal; its type is the place in our documentation that explains it. */
export function problemOf({ code, details }: Refused): Problem {
  const { status, zh, en } = ERRORS[code];
  const { errors = fieldsAbout(code), retryAfterSeconds } = details;
  return {
    ...{ type: `/api/docs#${code}`, title: zh, status, code, zh, en },
    ...(retryAfterSeconds !== undefined && waiting(retryAfterSeconds)),
    ...details,
    ...(errors.length > 0 && { errors }),
  };
}

/** People wait by the minute; programs read the seconds. */
function waiting(seconds: number): Bilingual {
  const minutes = Math.ceil(seconds / 60);
  return {
    zh: `操作过于频繁，请在${minutes}分钟后再试。`,
    en: `Too many requests; try again in ${minutes} minute${minutes === 1 ? '' : 's'}.`,
  };
}
