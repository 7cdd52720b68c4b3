import type { Application, ReviewCommission } from '../../domain/schemas/application.js';
import type { Sweep } from './sweep.js';

/** Submissions that the engine was not told of. A case is started only if it has no event: histories don't live for ever. */
export const startCases: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.case.findMany({ where: { startedAt: null }, orderBy: { submittedAt: 'asc' }, take: limit });
  for (const { caseNo, input } of rows) {
    const began = await db.caseEvent.count({ where: { caseNo, strand: 'case' } });
    if (began === 0) await cases.start(input as unknown as Application);
    await db.case.update({ where: { caseNo }, data: { startedAt: new Date() } });
  }
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
