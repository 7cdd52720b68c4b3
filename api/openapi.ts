import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import { z } from 'zod';
import { ERRORS, type ErrorCode } from '../domain/errors.js';
import { ROUTES, type RouteId } from '../domain/routes.js';
import { BYTES, NOTHING, type Route, TAGS } from '../domain/routes/route.js';
import { Problem } from '../domain/schemas/problem.js';
import { ROLE_NAMES } from '../domain/texts/roles.js';

const FILE = { type: 'string', format: 'binary' } as const;

/** What every route of its kind may answer, besides what its row names. */
export function errorsOf(row: Route): ErrorCode[] {
  const always: ErrorCode[] = ['INVALID_INPUT', 'INTERNAL', 'UNAVAILABLE'];
  const signedIn: ErrorCode[] = row.who === 'public' ? [] : ['NOT_SIGNED_IN', 'NOT_ALLOWED'];
  const posts: ErrorCode[] = row.method === 'get' ? [] : ['CROSS_SITE', 'MALFORMED_REQUEST', 'TOO_LARGE', 'RESTORING'];
  const uploads: ErrorCode[] = row.upload ? ['STORAGE_FULL'] : [];
  const once: ErrorCode[] = row.idempotent ? ['IDEMPOTENCY_KEY_MISSING', 'IDEMPOTENCY_KEY_REUSED', 'IN_PROGRESS'] : [];
  return [...new Set([...(row.errors ?? []), ...always, ...signedIn, ...posts, ...uploads, ...once])];
}

/** OpenAPI 3.1, from the table and nothing else. */
export function openApiDocument(publicUrl: string, cookie: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', { type: 'apiKey', in: 'cookie', name: cookie });
  for (const id of Object.keys(ROUTES) as RouteId[]) registry.registerPath(operation(id, ROUTES[id]));
  return new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: '直报 zhibao',
      version: '1',
      description: '低收入农户项目直报。Direct applications of low-income households.',
    },
    servers: [{ url: publicUrl }],
    tags: Object.entries(TAGS).map(([name, { zh, en }]) => ({ name, description: `${zh} ${en}` })),
  });
}

function operation(id: RouteId, row: Route): RouteConfig {
  const { method, path, summary, tag, params, query } = row;
  return {
    ...{
      method,
      path,
      operationId: id,
      tags: [tag],
      summary: `${summary.zh} ${summary.en}`,
      description: whoText(row),
    },
    ...(row.who !== 'public' && { security: [{ session: [] }] }),
    request: {
      ...(params && { params: params as z.ZodObject }),
      ...(query && { query: query as z.ZodObject }),
      ...(row.idempotent && { headers: z.object({ 'Idempotency-Key': z.string().min(8).max(128) }) }),
      ...(row.body && { body: { content: bodyContent(row, row.body), required: true } }),
    },
    responses: { ...successes(row), ...failures(row) },
  };
}

function bodyContent(row: Route, body: z.ZodType) {
  if (!row.upload) return { 'application/json': { schema: body } };
  const fields = body instanceof z.ZodObject ? body.shape : {};
  return { 'multipart/form-data': { schema: z.object({ ...fields, file: z.any().meta(FILE) }) } };
}

const successes = (row: Route): RouteConfig['responses'] =>
  Object.fromEntries(
    Object.entries(row.answers).map(([status, schema]) => {
      const description = `${row.summary.zh} ${row.summary.en}`;
      if (schema === NOTHING) return [status, { description }];
      const type = schema === BYTES ? 'application/octet-stream' : 'application/json';
      return [status, { description, content: { [type]: { schema } } }];
    }),
  );

function failures(row: Route): RouteConfig['responses'] {
  const codes = errorsOf(row);
  const statuses = [...new Set(codes.map((code) => ERRORS[code].status))];
  return Object.fromEntries(statuses.map((status) => [String(status), failure(codes, status)]));
}

const failure = (codes: readonly ErrorCode[], status: number) => ({
  description: codes
    .filter((code) => ERRORS[code].status === status)
    .map((code) => `${code}: ${ERRORS[code].zh} ${ERRORS[code].en}`)
    .join('\n\n'),
  content: { 'application/problem+json': { schema: Problem } },
});

/** Who may, in words. */
function whoText({ who }: Route): string {
  if (who === 'public') return '任何人 Anyone';
  if (who === 'signedIn') return '已登录者 Whoever is signed in';
  return who.map((role) => `${ROLE_NAMES[role].zh} ${ROLE_NAMES[role].en}`).join('、');
}
