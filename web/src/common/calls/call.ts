import { ROUTES } from 'virtual:routes';
import type { RouteId } from '../../../../domain/routes.js';
import type { Problem } from '../../../../domain/schemas/problem.js';
import { codeFor, NoAnswer, problemWith, Refusal } from './refusal.js';
import type { Answered, Asked } from './types.js';

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>;
  readonly body?: unknown;
}

/**
 * Asks the API by a row of its table.
 * @throws Refusal with the API's words; NoAnswer where none came
 */
export async function call<Id extends RouteId>(id: Id, asked: Asked<Id>, key?: string): Promise<Answered<Id>> {
  const { method } = ROUTES[id];
  const { body } = asked as Parts;
  const headers = new Headers({ accept: 'application/json' });
  if (body !== undefined) headers.set('content-type', 'application/json');
  if (key !== undefined) headers.set('idempotency-key', key);
  const init: RequestInit = { method: method.toUpperCase(), headers, credentials: 'same-origin' };
  const response = await fetch(addressOf(id, asked), {
    ...init,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  }).catch((cause: unknown) => {
    throw new NoAnswer({ cause });
  });
  return await answered(response.status, await textOf(response));
}

/** Where a row of the table lies, with its parameters and its query. */
export function addressOf<Id extends RouteId>(id: Id, asked: Asked<Id>): string {
  const { params = {}, query = {} } = asked as Parts;
  const path = ROUTES[id].path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) search.set(name, String(value));
  return search.size > 0 ? `${path}?${search.toString()}` : path;
}

/** @throws Refusal for every status that is no success */
export function answered<Answer>(status: number, text: string): Answer {
  const body = parsed(text);
  if (status < 400) return body as Answer;
  const code = codeFor((body as Partial<Problem> | undefined)?.code, status);
  throw new Refusal({ ...problemWith(code), ...(body as Problem | undefined) });
}

/** A line that is cut while the answer comes leaves us without one. */
export const textOf = (response: Response): Promise<string> =>
  response.text().catch((cause: unknown) => {
    throw new NoAnswer({ cause });
  });

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
