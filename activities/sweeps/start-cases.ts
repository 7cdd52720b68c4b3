import type { FollowUpCommission, ReviewCommission } from '../../domain/schemas/application.js';
import { startCase } from '../start-case.js';
import type { Sweep } from './sweep.js';

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

/** Performance reviews that were commissioned when the money was credited. */
export const startReviews: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.review.findMany({
    where: { startedAt: null },
    orderBy: { commissionedAt: 'asc' },
    take: limit,
  });
  for (const { caseNo, input } of rows) {
    const began = await db.caseEvent.count({ where: { caseNo, strand: 'review' } });
    if (began === 0) await cases.start(input as unknown as ReviewCommission);
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
    const began = await db.caseEvent.count({ where: { caseNo, strand: 'followUp' } });
    if (began === 0) await cases.start(input as unknown as FollowUpCommission);
    await db.followUp.update({ where: { caseNo }, data: { startedAt: new Date() } });
  }
  return rows.length;
};
