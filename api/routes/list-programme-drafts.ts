import type { Handler } from '../handler.js';
import { draftPage } from '../queries/programme-versions.js';

export const listProgrammeDrafts: Handler<'listProgrammeDrafts'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await draftPage(db, who, query) },
});
