import type { Tx } from './client.js';
import { nextSerial } from './serials.js';

/** Number of the decision in a case, given once: county, year and serial of the decision. */
export async function decisionNumber(tx: Tx, caseNo: string): Promise<string> {
  const { decisionNo: given, countyCode } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  if (given) return given;
  const [, year] = caseNo.split('-');
  const number = `${countyCode}扶直〔${year}〕${await nextSerial(tx, `decision/${countyCode}/${year}`)}号`;
  await tx.case.update({ where: { caseNo }, data: { decisionNo: number } });
  return number;
}
