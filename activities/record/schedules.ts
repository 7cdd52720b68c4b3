import type { SignedLine } from '../../domain/rules/schedule-lines.js';
import type { Act } from '../../domain/schemas/act.js';
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

/** What finance decided about an order stands on its line; a schedule of one is then reviewed, or given back. */
export async function reviewOnSchedule({ tx, caseNo }: RecordedCase, { scheduleNo, act, at }: Reviewed): Promise<void> {
  if (scheduleNo === null) return;
  const passed = act.verdict === 'pass';
  await tx.payeeScheduleLine.updateMany({
    where: { scheduleNo, caseNo, reference: act.subject! },
    data: { state: passed ? 'passed' : 'returned' },
  });
  const third = act.cosigner && { thirdById: act.cosigner.id, thirdAt: at };
  await tx.payeeSchedule.updateMany({
    where: { no: scheduleNo, orders: 1, state: 'made' },
    data: { state: passed ? 'reviewed' : 'cancelled', reviewedById: act.by.id, reviewedAt: at, ...third },
  });
}
