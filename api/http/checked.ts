import type { z } from 'zod';
import type { Request } from 'express';
import type { FieldError } from '../../domain/schemas/problem.js';
import type { Route } from '../../domain/routes/route.js';
import { fieldErrors } from '../field-errors.js';
import { invalid, Refused } from '../problem.js';
import { unstorable } from './unstorable.js';

export interface Checked {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

/** What the request says, by the schemas of its row. @throws Refused with an error for each field that isn't right */
export function checked(row: Route, request: Request): Checked {
  const errors: FieldError[] = [];
  const take = (schema: z.ZodType | undefined, value: unknown, part?: string): unknown => {
    if (!schema) return undefined;
    const result = schema.safeParse(value, { reportInput: true });
    if (!result.success) errors.push(...fieldErrors(result.error, part));
    return result.data;
  };
  const given = { params: request.params, query: { ...request.query }, body: bodyOf(row, request) };
  const unfit = Object.values(given).flatMap((part) => unstorable(part));
  if (unfit.length > 0) throw invalid(unfit);
  const params = paramsOf(row, request);
  const query = take(row.query, given.query);
  const body = take(row.body, given.body);
  if (errors.length > 0) throw invalid(errors);
  return { params, query, body };
}

/** An address with an impossible identifier leads nowhere. */
function paramsOf(row: Route, request: Request): unknown {
  if (!row.params) return undefined;
  const result = row.params.safeParse(request.params);
  if (!result.success) throw new Refused('NOT_FOUND');
  return result.data;
}

function bodyOf(row: Route, request: Request): unknown {
  if (row.upload) return { ...(request.body as object | undefined) };
  if (request.body !== undefined) return request.body as unknown;
  const isEmpty = request.get('content-length') === '0' || request.get('content-length') === undefined;
  if (row.body && !isEmpty) throw new Refused('MALFORMED_REQUEST');
  return {};
}
