import { type Db } from '../../../prisma/client.js';
import { policyNow } from '../../../prisma/rules-in-force.js';
import { policyRow } from '../../../prisma/versions.js';

const LONG = { workingDays: 3_600 };

/**
 * Cases that begin from now on wait as long as a restore takes, however short the days of the county are: for the report,
 * the start of works and the confirmation of relief.
 */
export async function unhurried(db: Db): Promise<void> {
  const { body } = (await policyNow(db, '339901'))!;
  const terms = { ...body.terms, reviewReport: LONG };
  const housing = { ...body.housing, worksStart: LONG };
  const relief = { ...body.relief, confirmation: LONG };
  const next = { ...body, version: body.version + 1, terms, housing, relief };
  await db.countyPolicy.create({ data: policyRow(next, new Date()) });
}
