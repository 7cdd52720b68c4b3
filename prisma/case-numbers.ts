import { caseNumber } from '../domain/rules/case-number.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';
import { nextSerials } from './serials.js';

/** Numbers for so many cases of a county that begin today, one after the other. */
export async function nextCaseNos(tx: Tx, countyCode: string, howMany: number): Promise<string[]> {
  const year = shanghaiDate(Date.now()).slice(0, 4);
  const first = await nextSerials(tx, `case/${countyCode}/${year}`, howMany);
  return Array.from({ length: howMany }, (_, index) => caseNumber(countyCode, Number(year), first + index));
}

/** The number of a county's next case. */
export async function nextCaseNo(tx: Tx, countyCode: string): Promise<string> {
  const [caseNo] = await nextCaseNos(tx, countyCode, 1);
  return caseNo!;
}
