import { Programme } from '../../domain/schemas/programme.js';
import type { Handler } from '../handler.js';
import { draftOf, draftView, versionBefore } from '../queries/programme-versions.js';

export const getProgrammeDraft: Handler<'getProgrammeDraft'> = async ({ who, params }, { db }) => {
  const programme = Programme.parse((await draftOf(db, who, params.id)).body);
  const view = await draftView(db, who, params.id);
  return { status: 200, body: { ...view, programme, before: await versionBefore(db, programme) } };
};
