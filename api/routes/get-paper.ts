import { existsSync } from 'node:fs';
import type { Handler } from '../handler.js';
import { pathOf } from '../papers/store.js';
import { found, Refused } from '../problem.js';
import { visibleApplication } from '../queries/visible.js';

export const getPaper: Handler<'getPaper'> = async ({ who, params }, { db, settings }) => {
  const paper = found(await db.paper.findUnique({ where: { id: params.id } }));
  await visibleApplication(db, who, paper.applicationId);
  const file = { path: pathOf(settings.home, paper.sha256), contentType: paper.contentType };
  // Of a destroyed archive file nothing is left.
  if (!existsSync(file.path)) throw new Refused('NOT_FOUND');
  return { status: 200, body: 'bytes', file };
};
