import type { Handler } from '../handler.js';
import { dryRun } from '../queries/dry-run.js';
import { draftOf } from '../queries/programme-versions.js';

export const dryRunProgramme: Handler<'dryRunProgramme'> = async ({ who, params, query }, { db }) => ({
  ...{ status: 200, body: await dryRun(db, await draftOf(db, who, params.id), query) },
});
