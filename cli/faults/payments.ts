import { once } from 'node:events';
import { ON_ITS_WAY } from '../../domain/rules/payment-states.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { Db } from '../../prisma/client.js';
import { CaseWalk, type Step } from '../rehearsal/case-walk.js';
import { pause } from '../rehearsal/patience.js';
import { preparesPayment, reviewsPayment } from '../rehearsal/steps/county.js';
import { changesAccount } from '../rehearsal/steps/household.js';

/** What is done at a stage of the payment by whoever it awaits. */
const STEPS = {
  paymentPreparation: preparesPayment,
  paymentReview: reviewsPayment,
  accountCorrection: changesAccount,
} as const satisfies Record<string, Step>;
type PaymentStage = keyof typeof STEPS;
const STAGES = Object.keys(STEPS) as PaymentStage[];

const LOOK_EVERY_MS = 500;
/** A bank may send money back some seconds after it has credited it. */
const QUIET_MS = 10_000;
const ACTS_AT_ONCE = 8;
const ACT_MS = 45_000;

interface ToDo {
  readonly caseNo: string;
  readonly stage: PaymentStage;
}

/**
 * Goes with the cases from their payment to their end, through whatever breaks meanwhile: an act that fails because
 * something was away is tried again. Ends when nothing has been left to do for a while, or when time is over.
 *
 * @returns whether everything came to its end
 */
export async function payAll(db: Db, ways: readonly CaseWalk[], signal: AbortSignal): Promise<boolean> {
  const byCase = new Map(ways.map((way) => [way.caseNo!, way]));
  for (let quietSince = performance.now(); performance.now() - quietSince < QUIET_MS;) {
    if (signal.aborted) return false;
    const left = await leftToDo(db, [...byCase.keys()]).catch(() => undefined);
    await actOn(left?.toDo ?? [], byCase);
    if (!left || left.running > 0 || left.onTheirWay > 0) quietSince = performance.now();
    await pause(LOOK_EVERY_MS, signal).catch(() => undefined);
  }
  return true;
}

async function leftToDo(db: Db, caseNos: string[]) {
  const mine = { caseNo: { in: caseNos } };
  const running = await db.case.count({ where: { ...mine, running: true } });
  const onTheirWay = await db.payment.count({
    where: { ...mine, OR: [{ untold: true }, { state: { in: ['batched', ...ON_ITS_WAY] } }] },
  });
  const tasks = await db.task.findMany({ where: { ...mine, closedAt: null, stage: { in: STAGES } } });
  const toDo = tasks.map(({ caseNo, stage }): ToDo => ({ caseNo, stage: stage as PaymentStage }));
  return { running, onTheirWay, toDo };
}

/** Some at a time; what fails is seen again at the next look. */
async function actOn(toDo: readonly ToDo[], byCase: ReadonlyMap<string, CaseWalk>): Promise<void> {
  await inParallel(toDo, ACTS_AT_ONCE, async ({ caseNo, stage }) => {
    const act = STEPS[stage](byCase.get(caseNo)!.within(ACT_MS)).catch(() => undefined);
    // What was asked of a process that was killed may never be answered: then it is given up with its time.
    await Promise.race([act, once(AbortSignal.timeout(ACT_MS), 'abort')]);
  });
}
