import type { SignedLine } from '../../domain/rules/schedule-lines.js';
import { inParallel } from '../../platform/in-parallel.js';
import { accountOfOrder } from '../../prisma/account-hash.js';
import type { Tx } from '../../prisma/client.js';
import { sealOf } from '../../prisma/schedules.js';
import { type Carrying, carryLines } from '../schedules/carry-lines.js';
import type { Sweep } from './sweep.js';

/** A long one does not keep a short one waiting. */
const AT_ONCE = 3;

/**
 * 三(五) 补贴清册: carries what was decided about whole schedules into their cases, as updates: first the order, as the
 * act of whoever made the schedule; then finance's review. When every case was asked, its control totals are written
 * and it waits for finance; when every case was told, it is reviewed.
 */
export const carrySchedules: Sweep = async (swept, limit) => {
  const { db } = swept;
  const schedules = await db.payeeSchedule.findMany({
    where: { state: { in: ['making', 'reviewing'] } },
    orderBy: { madeAt: 'asc' },
    take: limit,
  });
  const [failure] = await inParallel(schedules, AT_ONCE, async (schedule) => {
    await carryLines(swept, schedule as Carrying, limit);
    await db.$transaction((tx) => (schedule.state === 'making' ? made(tx, schedule.no) : reviewed(tx, schedule.no)));
  });
  if (failure) throw failure;
  return 0;
};

const count = (tx: Tx, scheduleNo: string, state: 'asked' | 'ordered' | 'decided' | 'passed' | 'returned') =>
  tx.payeeScheduleLine.count({ where: { scheduleNo, state } });

/** Every case was asked: what it comes to is what will be signed. An empty one is no schedule. */
async function made(tx: Tx, no: string): Promise<void> {
  if ((await count(tx, no, 'asked')) > 0) return;
  const seal = sealOf(await signedLines(tx, no));
  const isOpen = (await count(tx, no, 'ordered')) > 0;
  // Those that finance has reviewed one by one meanwhile leave nothing to be reviewed together.
  const state = seal.orders === 0 ? 'cancelled' : isOpen ? 'made' : 'reviewed';
  await tx.payeeSchedule.updateMany({ where: { no, state: 'making' }, data: { ...seal, state } });
}

/** Every case was told. */
async function reviewed(tx: Tx, no: string): Promise<void> {
  if ((await count(tx, no, 'decided')) > 0) return;
  const givenBack = (await count(tx, no, 'passed')) === 0 && (await count(tx, no, 'returned')) > 0;
  await tx.payeeSchedule.updateMany({
    where: { no, state: 'reviewing' },
    data: { state: givenBack ? 'cancelled' : 'reviewed' },
  });
}

const signedLines = async (tx: Tx, no: string): Promise<SignedLine[]> =>
  await tx.$queryRaw<SignedLine[]>`
    SELECT p."reference", p."amountFen", a."numberHash" AS "accountHash"
    FROM "Payment" p CROSS JOIN ${accountOfOrder} a WHERE p."scheduleNo" = ${no}`;
