import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { ROUTES, type RouteId, type Routes } from '../../domain/routes.js';
import { NOTHING, type Route } from '../../domain/routes/route.js';
import { ApiProblem, problemOf } from './api-problem.js';
import { CookieJar } from './cookie-jar.js';
import { pause } from './patience.js';

type Part<R, Name extends string> =
  R extends Readonly<Record<Name, infer S extends z.ZodType>>
    ? Record<never, never> extends z.input<S>
      ? { readonly [N in Name]?: z.input<S> }
      : { readonly [N in Name]: z.input<S> }
    : unknown;
type FilePart<R> = R extends { readonly upload: true } ? { readonly file: Blob } : unknown;

/** What a route is asked with, as its row in the table says; a part that needs nothing may be left out. */
export type ApiRequest<Id extends RouteId> = Part<Routes[Id], 'params'> &
  Part<Routes[Id], 'query'> &
  Part<Routes[Id], 'body'> &
  FilePart<Routes[Id]>;

type Answers<Id extends RouteId> = Routes[Id]['answers'];
type Good = 200 | 201 | 202 | 204;
/** What a route answers when all is well. */
export type ApiAnswer<Id extends RouteId> = {
  [Status in keyof Answers<Id> & Good]: Answers<Id>[Status] extends z.ZodType ? z.output<Answers<Id>[Status]> : never;
}[keyof Answers<Id> & Good];

interface Parts {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: object;
  readonly file?: Blob;
}

/** One visitor of the public HTTP API: keeps its cookies, and is typed by the table of routes. */
export class ApiClient {
  readonly #url: string;
  readonly #signal: AbortSignal;
  readonly #cookies = new CookieJar();

  /** @param signal ends whatever is under way, and all waiting */
  constructor(url: string, signal: AbortSignal = new AbortController().signal) {
    this.#url = url.replace(/\/$/, '');
    this.#signal = signal;
  }

  /**
   * Asks a route. What fails on the way or is told to come again later is asked again, with the same Idempotency-Key:
   * it is done once.
   *
   * @throws ApiProblem when the API refuses; TypeError when the answer is not what the table promises
   */
  async call<Id extends RouteId>(
    id: Id,
    ...[request]: object extends ApiRequest<Id> ? [ApiRequest<Id>?] : [ApiRequest<Id>]
  ): Promise<ApiAnswer<Id>> {
    const row: Route = ROUTES[id];
    const { address, init } = message(this.#url, row, request ?? {});
    for (let attempt = 1; ; attempt += 1) {
      try {
        return (await this.#send(id, row, address, init)) as ApiAnswer<Id>;
      } catch (error) {
        const waitMs = comesAgainAfterMs(error, attempt);
        if (waitMs === undefined || this.#signal.aborted) throw error;
        await pause(waitMs, this.#signal);
      }
    }
  }

  async #send(id: RouteId, row: Route, address: string, init: RequestInit & { headers: Headers }): Promise<unknown> {
    this.#cookies.writeTo(init.headers);
    const signal = AbortSignal.any([this.#signal, AbortSignal.timeout(ANSWER_MS)]);
    const response = await fetch(address, { ...init, signal, redirect: 'error' });
    this.#cookies.readFrom(response.headers);
    if (!response.ok) throw await problemOf(id, response);
    return await promised(id, row, response);
  }
}

/** The answer, as the table promises it. */
async function promised(id: RouteId, row: Route, response: Response): Promise<unknown> {
  const schema = row.answers[response.status];
  if (!schema) throw new TypeError(`${id} answered ${response.status}, which its row does not name`);
  if (schema === NOTHING) return undefined;
  const { data, error } = schema.safeParse(await response.json());
  if (!error) return data;
  const faults = error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
  throw new TypeError(`${id} answered otherwise than its row says: ${faults.join('; ')}`);
}

function message(url: string, row: Route, { params = {}, query = {}, body = {}, file }: Parts) {
  const path = row.path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params[name] ?? ''));
  const asked = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined) asked.set(name, String(value));
  const address = `${url}${path}${asked.size > 0 ? `?${asked.toString()}` : ''}`;
  const headers = new Headers({ accept: 'application/json' });
  if (row.method === 'post') headers.set('idempotency-key', randomUUID());
  const init = { method: row.method.toUpperCase(), headers };
  if (file) return { address, init: { ...init, body: form(body, file) } };
  if (!row.body) return { address, init };
  headers.set('content-type', 'application/json');
  return { address, init: { ...init, body: JSON.stringify(body) } };
}

function form(fields: object, file: Blob): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) data.set(name, String(value));
  data.set('file', file, 'file');
  return data;
}

/** An answer may take this long; the API itself waits 10 s for a record. */
const ANSWER_MS = 30_000;
const MOST_ATTEMPTS = 8;

/** How long to wait before asking again; undefined where asking again is of no use. */
function comesAgainAfterMs(error: unknown, attempt: number): number | undefined {
  if (attempt >= MOST_ATTEMPTS) return undefined;
  const later = Math.min(5000, 200 * 2 ** attempt);
  if (isLost(error)) return later;
  if (!(error instanceof ApiProblem)) return undefined;
  if (error.is('TOO_MANY_REQUESTS')) return 1000 * (error.problem.retryAfterSeconds ?? 5);
  return error.is('UNAVAILABLE', 'IN_PROGRESS') ? later : undefined;
}

/** No connection, or no answer in time: the request may have arrived or not. */
function isLost(error: unknown): boolean {
  const { name, cause } = error as { name?: unknown; cause?: unknown };
  return name === 'TimeoutError' || (name === 'TypeError' && cause !== undefined);
}
