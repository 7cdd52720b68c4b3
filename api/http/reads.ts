import type { Request } from 'express';
import type { Route } from '../../domain/routes/route.js';
import type { Tx } from '../../prisma/client.js';
import { actorKey, type Who } from '../who.js';

/** Every case number in a text. */
export const CASE_NO = /(?<!\d)\d{6}-\d{4}-\d{6}-\d(?!\d)/g;

/**
 * Notes who reads whose personal data, and by what he asked for, before he gets it: a row for each case in the answer,
 * or one for the address where it names none. A household that reads about itself is not noted.
 */
export async function noteRead(
  tx: Tx,
  row: Route,
  { who, request, body }: { who: Who | undefined; request: Request; body: unknown },
): Promise<void> {
  if (!row.personal || !who || who.kind === 'household') return;
  const cases = new Set(JSON.stringify(body ?? '').match(CASE_NO));
  const subjects = cases.size > 0 ? [...cases] : [request.path];
  const reader = { reader: actorKey(who), roles: [...who.roles], why: `${row.method.toUpperCase()} ${row.path}` };
  await tx.personalRead.createMany({ data: subjects.map((subject) => ({ ...reader, subject })) });
}
