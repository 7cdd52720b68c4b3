import type { Tx } from '../../prisma/client.js';
import { raiseSerial } from '../../prisma/serials.js';

const CASE_NO = /^(\d{6})-(\d{4})-(\d{6})-\d/;
const BATCH_NO = /^(\d{6})-B(\d{8})-(\d+)$/;
const DIVIDEND_NO = /^(\d{6})-(\d{4})-D(\d+)$/;
const BUNDLE_NO = /^(\d{6})-(\d{4})-K(\d{6,})-\d+$/;
const DECISION_NO = /^(\d{6})扶直〔(\d{4})〕(\d+)号$/;

/** Numbers that were given since the backup are not given again. `workflowIds`: of the cases and batches in the engine. */
export async function keepNumbers(tx: Tx, workflowIds: Iterable<string>): Promise<void> {
  const taken = new Map<string, number>();
  const take = (scope: string, serial: string) => taken.set(scope, Math.max(taken.get(scope) ?? 0, Number(serial)));
  for (const id of workflowIds) {
    const [, county, year, serial] = CASE_NO.exec(id) ?? [];
    if (serial) take(`case/${county}/${year}`, serial);
    const [, ofCounty, ofYear, dividend] = DIVIDEND_NO.exec(id) ?? [];
    if (dividend) take(`dividend/${ofCounty}/${ofYear}`, dividend);
    const [, batchCounty, date, batch] = BATCH_NO.exec(id) ?? [];
    if (batch) take(`batch/${batchCounty}/${date}`, batch);
    const [, bundleCounty, bundleYear, bundle] = BUNDLE_NO.exec(id) ?? [];
    if (bundle) take(`bundle/${bundleCounty}/${bundleYear}`, bundle);
  }
  for (const { decisionNo } of await tx.case.findMany({
    where: { decisionNo: { not: null } },
    select: { decisionNo: true },
  })) {
    const [, county, year, serial] = DECISION_NO.exec(decisionNo!) ?? [];
    if (serial) take(`decision/${county}/${year}`, serial);
  }
  for (const [scope, serial] of taken) await raiseSerial(tx, scope, serial);
}
