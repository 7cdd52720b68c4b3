import { termEnd } from '../../domain/rules/terms.js';
import type { Tx } from '../../prisma/client.js';
import { countyDays, policyNow } from '../../prisma/rules-in-force.js';

/** Until when the bank is to have said its last word on what it was given at a moment; by the county's calendar. */
export async function bankTimeEnd(tx: Tx, countyCode: string, given: Date): Promise<Date> {
  const { stageWorkingDays } = (await policyNow(tx, countyCode))!.body;
  const { calendar, dayLength } = await countyDays(tx, countyCode, given.getTime());
  return new Date(termEnd(given.getTime(), { workingDays: stageWorkingDays.bankTransfer }, calendar, dayLength));
}
