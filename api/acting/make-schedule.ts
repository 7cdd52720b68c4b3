import { countyOf } from '../../domain/rules/county-of.js';
import { MOST_LINES, type NewSchedule } from '../../domain/schemas/payee-schedule.js';
import type { Tx } from '../../prisma/client.js';
import { nextScheduleNo } from '../../prisma/schedules.js';
import type { Deps } from '../deps.js';
import { invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { signingAs, signMade } from './sign-rows.js';

/**
 * 三(五) 补贴清册: notes which cases are to be asked for their orders; a sweep asks them. Repeated, the act finds its
 * schedule. Answers its number.
 * @throws Refused OUT_OF_AREA, SCHEDULE_EMPTY, INVALID_INPUT for a case that is not there or of another programme
 */
export async function makeSchedule(
  { db, keyring }: Deps,
  who: OfficialWho,
  actId: string,
  said: NewSchedule,
): Promise<string> {
  const known = await db.payeeSchedule.findUnique({ where: { actId } });
  if (known) return known.no;
  const { programme, township } = said;
  if (township !== undefined) withinArea(who, township);
  const areaCode = township ?? who.areaCode;
  const cases = said.caseNos
    ? await named(db, who, programme, said.caseNos)
    : await waiting(db, who, programme, areaCode);
  if (cases.length === 0) throw new Refused('SCHEDULE_EMPTY');
  const countyCode = countyOf(areaCode);
  return await db.$transaction(async (tx) => {
    const no = await nextScheduleNo(tx, countyCode, new Date());
    await tx.payeeSchedule.create({
      data: { no, countyCode, programmeCode: programme, state: 'making', actId, madeById: who.id },
    });
    const lines = cases.map((caseNo) => ({ scheduleNo: no, caseNo, state: 'asked' as const }));
    await tx.payeeScheduleLine.createMany({ data: lines });
    await signMade(tx, keyring, no, signingAs(who, 'paymentMaker'));
    return no;
  });
}

/** Those that wait for their order, nobody else has claimed and no schedule is asking; the oldest first. */
async function waiting(tx: Tx, who: OfficialWho, programmeCode: string, areaCode: string): Promise<string[]> {
  const tasks = await tx.task.findMany({
    where: {
      ...{ stage: 'paymentPreparation', closedAt: null, areaCode: { startsWith: areaCode } },
      case: { programmeCode, scheduleLines: { none: { state: 'asked' } } },
      OR: [{ claimedById: null }, { claimedById: who.id }],
    },
    select: { caseNo: true },
    orderBy: [{ openedAt: 'asc' }, { id: 'asc' }],
    take: MOST_LINES,
  });
  return tasks.map(({ caseNo }) => caseNo);
}

/** Those that were named; whether each waits for an order, it says itself. */
async function named(tx: Tx, who: OfficialWho, programmeCode: string, caseNos: readonly string[]): Promise<string[]> {
  const wanted = [...new Set(caseNos)];
  const rows = await tx.case.findMany({
    where: { caseNo: { in: wanted }, programmeCode },
    select: { caseNo: true, areaCode: true },
  });
  for (const { areaCode } of rows) withinArea(who, areaCode);
  const known = new Set(rows.map(({ caseNo }) => caseNo));
  const unknown = caseNos.flatMap((caseNo, index) => (known.has(caseNo) ? [] : [notOfProgramme(index)]));
  if (unknown.length > 0) throw invalid(unknown);
  return wanted;
}

const notOfProgramme = (index: number) => ({
  field: `caseNos.${index}`,
  zh: '没有该办件，或不属于此项目，请核对',
  en: 'There is no such case of this programme: check the number',
});
