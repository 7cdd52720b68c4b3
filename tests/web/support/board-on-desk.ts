import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from '../../api/support/api.js';
import { newBundle } from '../../api/support/bundles.js';
import { official } from '../../api/support/people.js';

/** A notice of households of a bundle that is to be posted on its village board; its number. */
export async function boardOnDesk(api: ApiAlone, households: readonly string[]): Promise<string> {
  const bundleNo = await newBundle(await official(api, 'yl-339901100-clerk-1'));
  const entries: { caseNo: string; position: number; body: object }[] = [];
  for (const householdId of households) {
    const caseNo = await submit(api.db, { programmeCode: 'beekeeping', householdId });
    entries.push({ caseNo, position: entries.length + 1, body: {} });
  }
  const { countyCode, areaCode } = await api.db.case.findUniqueOrThrow({ where: { caseNo: entries[0]!.caseNo } });
  const no = `${bundleNo}-N1`;
  await api.db.publication.create({ data: { no, countyCode, areaCode, bundleNo, entries: { create: entries } } });
  return no;
}
