import { Programme } from '../../domain/schemas/programme.js';
import type { Handler } from '../handler.js';
import { draftOf, draftView } from '../queries/programme-versions.js';

export const getProgrammeDraft: Handler<'getProgrammeDraft'> = async ({ who, params }, { db }) => {
  const { body } = await draftOf(db, who, params.id);
  return { status: 200, body: { ...(await draftView(db, who, params.id)), programme: Programme.parse(body) } };
};
