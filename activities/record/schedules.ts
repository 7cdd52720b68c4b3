import type { SignedLine } from '../../domain/rules/schedule-lines.js';
import type { Act } from '../../domain/schemas/act.js';
import type { Tx } from '../../prisma/client.js';
import type { ScheduleState } from '../../prisma/generated/enums.js';
import { nextScheduleNo, sealOf } from '../../prisma/schedules.js';
import type { RecordedCase } from './recorded-case.js';

interface NewOrder extends SignedLine {
  readonly madeById: string;
  readonly madeAt: Date;
}

/**
 * 补贴清册: every order belongs to a schedule. One that its maker asked for by a schedule is entered there; one that he
 * made on its task has a schedule of its own. Answers the schedule's number.
 */
export async function enterOnSchedule(file: RecordedCase, order: NewOrder): Promise<string> {
  const { tx, caseNo } = file;
  const { reference, madeById } = order;
  const asked = await tx.payeeScheduleLine.findFirst({
    where: { caseNo, state: 'asked', schedule: { state: 'making', madeById } },
    orderBy: { scheduleNo: 'asc' },
  });
  if (!asked) return await scheduleOfOne(file, order);
  const { scheduleNo } = asked;
  await tx.payeeScheduleLine.update({
    where: { scheduleNo_caseNo: { scheduleNo, caseNo } },
    data: { state: 'ordered', reference },
  });
  return scheduleNo;
}

async function scheduleOfOne({ tx, caseNo, row }: RecordedCase, order: NewOrder): Promise<string> {
  const { countyCode, programmeCode } = row;
  const { reference, madeById, madeAt } = order;
  const no = await nextScheduleNo(tx, countyCode, madeAt);
  await tx.payeeSchedule.create({
    data: {
      ...{ no, countyCode, programmeCode, state: 'made', madeById, madeAt, ...sealOf([order]) },
      lines: { create: { caseNo, state: 'ordered', reference } },
    },
  });
  return no;
}

interface Reviewed {
  readonly scheduleNo: string | null;
  readonly act: Act;
  readonly at: Date;
}

/**
 * What finance decided about an order stands on its line. A schedule whose orders it reviewed one by one is reviewed
 * with the last of them; one that it reviews as a whole, when every case was told.
 */
export async function reviewOnSchedule({ tx, caseNo }: RecordedCase, { scheduleNo, act, at }: Reviewed): Promise<void> {
  if (scheduleNo === null) return;
  const oneByOne = await lockUnreviewed(tx, scheduleNo);
  await tx.payeeScheduleLine.updateMany({
    where: { scheduleNo, caseNo, reference: act.subject! },
    data: { state: act.verdict === 'pass' ? 'passed' : 'returned' },
  });
  if (!oneByOne || (await tx.payeeScheduleLine.count({ where: { scheduleNo, state: 'ordered' } })) > 0) return;
  const passed = await tx.payeeScheduleLine.count({ where: { scheduleNo, state: 'passed' } });
  await tx.payeeSchedule.update({
    where: { no: scheduleNo },
    data: {
      ...{ state: passed > 0 ? 'reviewed' : 'cancelled', reviewedById: act.by.id, reviewedAt: at },
      ...(act.cosigner && { thirdById: act.cosigner.id, thirdAt: at }),
    },
  });
}

/** Locked before its lines, as a review of the whole does, and only where orders may be the last one by one. */
async function lockUnreviewed(tx: Tx, no: string): Promise<boolean> {
  const { state } = await tx.payeeSchedule.findUniqueOrThrow({ where: { no } });
  if (!WAITS.includes(state)) return false;
  const [row] = await tx.$queryRaw<[{ state: ScheduleState }]>`
    SELECT "state"::text FROM "PayeeSchedule" WHERE "no" = ${no} FOR NO KEY UPDATE`;
  return WAITS.includes(row.state);
}

/** For finance to review. */
const WAITS: readonly ScheduleState[] = ['made', 'countersigning'];
