import type { Handler } from '../handler.js';
import { programmeGuide } from '../queries/programme-guide.js';
import { countyOr, policyInForce, programmeInForce } from '../queries/programmes.js';

export const getProgramme: Handler<'getProgramme'> = async ({ params, query }, { db }) => {
  const county = await countyOr(db, query.county);
  const programme = await programmeInForce(db, county, params.code);
  const policy = await policyInForce(db, county);
  return { status: 200, body: programmeGuide(programme.body, policy.body) };
};
