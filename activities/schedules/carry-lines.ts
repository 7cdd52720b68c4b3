import type { ErrorCode } from '../../domain/errors.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { PayeeScheduleLineModel as Line, PayeeScheduleModel as Schedule } from '../../prisma/generated/models.js';
import { whyNoOrder } from '../../prisma/unpayable.js';
import { carryAct } from '../carry-act.js';
import type { Swept } from '../sweeps/sweep.js';
import { leaveUnsigned } from './leave-unsigned.js';
import { type LineAct, ordering, reviewing } from './schedule-acts.js';

/** Acts on their way at once: the engine and the database have other things to do beside. */
const AT_ONCE = 10;

/** A case that gives no answer for so long, while the engine does, is left out: it holds up no others. */
const PATIENCE_MS = 3_600_000;

/** What is carried in each of the two states that wait for their cases. */
const CARRIED = { making: 'asked', reviewing: 'decided' } as const;
export type Carrying = Schedule & { readonly state: keyof typeof CARRIED };

/**
 * Carries what is to be carried of a schedule into its cases, page by page. A case that refuses has it on its line and
 * holds up no other; broken off, it goes on with the lines that are left. Nothing is carried that nobody signed for.
 * @throws what kept a case from answering, when the others were asked
 */
export async function carryLines(swept: Swept, schedule: Carrying, page: number): Promise<void> {
  const { db, keyring } = swept;
  const state = CARRIED[schedule.state];
  const acts = schedule.state === 'making' ? ordering : reviewing;
  const actOf = await acts(db, keyring, schedule);
  if (!actOf) return await leaveUnsigned(swept, schedule);
  const failures: Error[] = [];
  for (let after = ''; ;) {
    const lines = await db.payeeScheduleLine.findMany({
      where: { scheduleNo: schedule.no, state, caseNo: { gt: after } },
      include: { case: { select: { householdId: true } } },
      orderBy: { caseNo: 'asc' },
      take: page,
    });
    const failed = await inParallel(lines, AT_ONCE, async (line) => {
      const refusalCode = await carried(swept, schedule, line.caseNo, await actOf(line));
      if (refusalCode) await refused(swept, line, refusalCode);
    });
    failures.push(...failed);
    const last = lines.at(-1);
    // With none of a page answered it is not the cases that are in the way.
    if (!last || lines.length < page || failed.length === lines.length) break;
    after = last.caseNo;
  }
  const [failure] = failures;
  if (failure) throw failure;
}

async function refused({ db }: Swept, line: Line, refusalCode: ErrorCode): Promise<void> {
  const { scheduleNo, caseNo, state } = line;
  await db.payeeScheduleLine.updateMany({
    where: { scheduleNo, caseNo, state },
    data: { state: 'refused', refusalCode },
  });
}

/** Takes an act to its case; answers with why the case refuses it. What follows from it is written with its record. */
async function carried(
  swept: Swept,
  schedule: Carrying,
  caseNo: string,
  { act, actId }: LineAct,
): Promise<ErrorCode | undefined> {
  const { db } = swept;
  const { stage, subject = '' } = act;
  const task = await db.task.findFirst({ where: { caseNo, stage, subject, closedAt: null } });
  if (!task) return 'STAGE_MOVED';
  const unpayable = act.verdict === 'prepare' ? await whyNoOrder(db, caseNo) : undefined;
  if (unpayable) return unpayable;
  try {
    return await carryAct(swept, { caseNo, strand: task.strand, actId, act });
  } catch (error) {
    // Should it do the act yet, its record says so on its line.
    if (isOverdue(schedule) && (await swept.cases.isKnown(caseNo, task.strand))) return 'UNAVAILABLE';
    throw error;
  }
}

const isOverdue = ({ madeAt, reviewedAt, thirdAt }: Schedule): boolean =>
  Date.now() - (thirdAt ?? reviewedAt ?? madeAt).getTime() > PATIENCE_MS;
