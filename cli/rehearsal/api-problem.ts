import { Problem } from '../../domain/schemas/problem.js';
import type { ErrorCode } from '../../domain/errors.js';
import type { RouteId } from '../../domain/routes.js';

/** The API's refusal, as its problem document says it. */
export class ApiProblem extends Error {
  readonly route: RouteId;
  readonly problem: Problem;

  constructor(route: RouteId, problem: Problem) {
    const fields = problem.errors?.map(({ field, zh, en }) => `${field}: ${zh} / ${en}`) ?? [];
    super([`${route}: ${problem.status} ${problem.code}`, problem.zh, problem.en, ...fields].join(' | '));
    this.name = 'ApiProblem';
    this.route = route;
    this.problem = problem;
  }

  is(...codes: ErrorCode[]): boolean {
    return (codes as string[]).includes(this.problem.code);
  }
}

/** @returns the problem of an answer; one made from its status where what came is no problem document */
export async function problemOf(route: RouteId, response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => undefined);
  const parsed = Problem.safeParse(body);
  const { status, statusText } = response;
  const none = { type: 'about:blank', title: statusText, status, code: 'NO_PROBLEM_DOCUMENT', zh: '', en: statusText };
  return new ApiProblem(route, parsed.success ? parsed.data : none);
}
