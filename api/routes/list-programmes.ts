import type { Handler } from '../handler.js';
import { programmeSummary } from '../queries/programme-guide.js';
import { countyOr, programmesInForce } from '../queries/programmes.js';

export const listProgrammes: Handler<'listProgrammes'> = async ({ query }, { db }) => {
  const programmes = await programmesInForce(db, await countyOr(db, query.county));
  return { status: 200, body: { items: programmes.map(programmeSummary) } };
};
