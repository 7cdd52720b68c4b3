import type { Handler } from '../handler.js';
import { draftDetail } from '../queries/programme-versions.js';

export const getProgrammeDraft: Handler<'getProgrammeDraft'> = async ({ who, params }, { db }) => ({
  ...{ status: 200, body: await draftDetail(db, who, params.id) },
});
