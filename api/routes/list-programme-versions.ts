import type { Handler } from '../handler.js';
import { versionPage } from '../queries/programme-versions.js';

export const listProgrammeVersions: Handler<'listProgrammeVersions'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await versionPage(db, who, query) },
});
