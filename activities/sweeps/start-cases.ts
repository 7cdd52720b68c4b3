import type { FollowUpCommission, ReviewCommission } from '../../domain/schemas/application.js';
import { hasBegun, startCase } from '../start-case.js';
import type { Sweep, Swept } from './sweep.js';

/** Submissions that the engine was not told of; those of a bundle come in its waves, and here once these are over. */
export const startCases: Sweep = async (swept, limit) => {
  const { db } = swept;
  const rows = await db.case.findMany({
    where: { startedAt: null, OR: [{ bundleNo: null }, { bundle: { state: { in: ['running', 'ended'] } } }] },
    orderBy: { submittedAt: 'asc' },
    take: limit,
  });
  for (const row of rows) await startCase(swept, row);
  return rows.length;
};

/** A review begins months later: it makes way for cases that hear of their money, but for no longer than this. */
const MAKES_WAY_MS = 3_600_000;

/** Performance reviews that were commissioned by completed cases. */
export const startReviews: Sweep = async ({ db, cases }, limit) => {
  const due = await db.review.findMany({
    where: { startedAt: null },
    orderBy: { commissionedAt: 'asc' },
    take: limit,
  });
  if (due.length === 0) return 0;
  const makesWay = (await othersHearOfMoney(db)) ? Date.now() - MAKES_WAY_MS : Infinity;
  const rows = due.filter(({ commissionedAt }) => commissionedAt.getTime() < makesWay);
  for (const { caseNo, input } of rows) {
    if (!(await hasBegun({ db }, caseNo, 'review'))) await cases.start(input as unknown as ReviewCommission);
    await db.review.update({ where: { caseNo }, data: { startedAt: new Date() } });
  }
  return rows.length;
};

/** Follow-ups that were commissioned when a relocation was completed. */
export const startFollowUps: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.followUp.findMany({
    where: { startedAt: null },
    orderBy: { commissionedAt: 'asc' },
    take: limit,
  });
  for (const { caseNo, input } of rows) {
    if (!(await hasBegun({ db }, caseNo, 'followUp'))) await cases.start(input as unknown as FollowUpCommission);
    await db.followUp.update({ where: { caseNo }, data: { startedAt: new Date() } });
  }
  return rows.length;
};

/** Whether cases have still to go on from an order that has its end. */
async function othersHearOfMoney(db: Swept['db']): Promise<boolean> {
  const [row] = await db.$queryRaw<[{ others: boolean }]>`
    SELECT EXISTS (
      SELECT 1 FROM "Case" c
      JOIN LATERAL (
        SELECT "state" FROM "Payment" p WHERE p."caseNo" = c."caseNo" ORDER BY p."attempt" DESC LIMIT 1
      ) last ON last."state" IN ('credited', 'returned', 'cancelled')
      WHERE c."running" AND c."stage" = 'bankTransfer'
    ) AS "others"`;
  return row.others;
}
