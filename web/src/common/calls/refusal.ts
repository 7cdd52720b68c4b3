import { ERRORS, isErrorCode, type ErrorCode } from '../../../../domain/errors.js';
import type { Problem } from '../../../../domain/schemas/problem.js';

/** The API's no, with the sentences it gave. */
export class Refusal extends Error {
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.code);
    this.name = 'Refusal';
    this.problem = problem;
  }

  is(...codes: readonly ErrorCode[]): boolean {
    return (codes as readonly string[]).includes(this.problem.code);
  }
}

/** No answer came: the network is away, or it broke off. Nothing is known of what was asked. */
export class NoAnswer extends Error {
  constructor(options?: ErrorOptions) {
    super('no answer', options);
    this.name = 'NoAnswer';
  }
}

const PASSING: readonly ErrorCode[] = ['UNAVAILABLE', 'INTERNAL', 'TOO_MANY_REQUESTS', 'IN_PROGRESS', 'RESTORING'];

/** Whether the same may be asked again with the same key: nothing was said about the act itself. */
export const isPassing = (error: unknown): boolean =>
  error instanceof NoAnswer || (error instanceof Refusal && error.is(...PASSING));

/** What is said for an error that is no refusal of ours: a proxy's page, a broken script. */
export function problemOf(error: unknown): Problem | undefined {
  if (error instanceof Refusal) return error.problem;
  return error instanceof NoAnswer ? undefined : problemWith('INTERNAL');
}

export function problemWith(code: ErrorCode): Problem {
  const { status, zh, en } = ERRORS[code];
  return { type: `/api/docs#${code}`, title: zh, status, code, zh, en };
}

export const codeFor = (code: unknown, status: number): ErrorCode =>
  isErrorCode(code) ? code : status === 503 || status === 502 || status === 504 ? 'UNAVAILABLE' : 'INTERNAL';
