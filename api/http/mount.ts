import type { Express, Request, Response } from 'express';
import { json, type RequestHandler } from 'express';
import { ROUTES, type RouteId } from '../../domain/routes.js';
import { NOTHING, type Route } from '../../domain/routes/route.js';
import { actIdOf } from '../../platform/digest.js';
import type { Deps } from '../deps.js';
import type { Call, FileAnswer, Handler, Handlers } from '../handler.js';
import { type ActKey, bodyDigest, type FirstAnswer, once } from '../idempotency.js';
import { digestOf } from '../papers/store.js';
import { incomingFile, readBody, throwAway, uploads } from '../papers/upload.js';
import { Refused } from '../problem.js';
import { sessionControl } from '../session/session.js';
import { actorKey, type Who } from '../who.js';
import { checked, type Checked } from './checked.js';
import { idempotencyKey } from './idempotency-key.js';
import { noteRead } from './reads.js';
import { whoMay } from './who-may.js';

const JSON_LIMIT = '128kb';

type AnyHandler = (
  call: Call<RouteId>,
  deps: Deps,
) => Promise<{ status: number; body?: unknown; location?: string; file?: FileAnswer }>;

/** Mounts the table: each row with its handler, and 405 for the methods that no row names. */
export function mountRoutes(app: Express, handlers: Handlers, deps: Deps): void {
  const readers = { json: json({ limit: JSON_LIMIT }), form: uploads(deps.settings.home) };
  const methods = new Map<string, string[]>();
  for (const id of Object.keys(ROUTES) as RouteId[]) {
    const row: Route = ROUTES[id];
    const path = expressPath(row.path);
    methods.set(path, [...(methods.get(path) ?? []), row.method.toUpperCase()]);
    app[row.method](path, serve(row, handlers[id] as Handler<RouteId> as AnyHandler, deps, readers));
  }
  for (const [path, allowed] of methods) {
    app.all(path, (_request, response, next) => {
      response.setHeader('Allow', allowed.join(', '));
      next(new Refused('METHOD_NOT_ALLOWED'));
    });
  }
}

const expressPath = (path: string): string => path.replaceAll(/\{(\w+)\}/g, ':$1');

function serve(
  row: Route,
  handler: AnyHandler,
  deps: Deps,
  readers: { json: RequestHandler; form: RequestHandler },
): RequestHandler {
  return async (request, response) => {
    response.locals.route = row.path;
    const who = await whoMay(row, request, deps);
    // Read only now: nobody unknown makes us store what he sends.
    if (row.body) await readBody(row.upload ? readers.form : readers.json, request, response);
    const file = row.upload ? incomingFile(request) : undefined;
    try {
      const parts = checked(row, request);
      if (row.idempotent) await answerOnce(row, { request, response, who, parts }, handler, deps);
      else await answer(row, { request, response, who, parts }, handler, deps);
    } finally {
      await throwAway(file);
    }
  };
}

interface Received {
  readonly request: Request;
  readonly response: Response;
  readonly who: Who | undefined;
  readonly parts: Checked;
}

async function answerOnce(row: Route, received: Received, handler: AnyHandler, deps: Deps): Promise<void> {
  const { request, response, who, parts } = received;
  const route = `${row.method.toUpperCase()} ${request.path}`;
  const key: ActKey = { actor: actorKey(who), route, key: idempotencyKey(request) };
  const actId = actIdOf(key.actor, key.route, key.key);
  const fileDigest = request.file && (await digestOf(request.file.path));
  const digest = bodyDigest(deps.keyring, { body: parts.body, file: fileDigest });
  const first = await once(deps.db, key, digest, async (takenOver) => {
    const { status, body, location } = await handler(callOf(request, who, parts, actId, takenOver), deps);
    return { status, body: shaped(row, status, body), ...(location !== undefined && { location }) };
  });
  send(response, first);
}

async function answer(
  row: Route,
  { request, response, who, parts }: Received,
  handler: AnyHandler,
  deps: Deps,
): Promise<void> {
  const given = await handler(callOf(request, who, parts, '', false), deps);
  const body = given.file ? undefined : shaped(row, given.status, given.body);
  await noteRead(deps.db, row, { who, request, body });
  if (given.file) return await sendFile(response, given.file);
  send(response, { ...given, body });
}

const callOf = (
  request: Request,
  who: Who | undefined,
  { params, query, body }: Checked,
  actId: string,
  takenOver: boolean,
): Call<RouteId> =>
  ({
    ...{ params, query, body, who, actId, takenOver },
    file: incomingFile(request),
    session: sessionControl(request),
    ip: request.ip ?? '',
  }) as Call<RouteId>;

/** Only what the row names leaves the house. */
function shaped(row: Route, status: number, body: unknown): unknown {
  const schema = row.answers[status];
  if (!schema) throw new Error(`${row.method} ${row.path} has no answer ${status}.`);
  return schema === NOTHING ? undefined : schema.parse(body);
}

function send(response: Response, { status, body, location }: FirstAnswer): void {
  if (location !== undefined) response.setHeader('Location', location);
  response.status(status);
  if (body === undefined) response.end();
  else if (status >= 400) response.type('application/problem+json').send(JSON.stringify(body));
  else response.json(body);
}

async function sendFile(response: Response, file: FileAnswer): Promise<void> {
  // A sandbox of its own: whatever a document brings along runs nothing here.
  response.setHeader('Content-Security-Policy', "default-src 'none'; sandbox");
  if ('bytes' in file) return void response.attachment(file.name).type(file.contentType).send(file.bytes);
  // Browsers show no PDF in a sandbox: it is kept as a file.
  response.setHeader('Content-Disposition', file.contentType.startsWith('image/') ? 'inline' : 'attachment');
  await new Promise<void>((resolve, reject) => {
    response.type(file.contentType).sendFile(file.path, { cacheControl: false, dotfiles: 'allow' }, (error) => {
      if (error) reject(error);
      else resolve();
    });
  });
}
