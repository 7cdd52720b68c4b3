import type { LifeEvent, LifeEventEffect } from '../domain/rules/life-events.js';
import { openStrand } from '../domain/rules/open-strand.js';
import type { Strand } from '../domain/schemas/application.js';
import type { Tx } from './client.js';
import { effectOnCase } from './life-events.js';

/** What of a household is open: its cases, and the reviews and follow-ups of those that are closed. */
interface OpenStrand {
  readonly caseNo: string;
  readonly strand: Strand;
  /** What a change does by the rule of its programme; without one an official looks at it. */
  readonly effect?: LifeEventEffect;
}

/** 动态管理: whatever is open of a household, with what a change in it does there. */
export async function openStrandsOf(tx: Tx, householdId: string, event: LifeEvent): Promise<OpenStrand[]> {
  const cases = await tx.case.findMany({ where: { householdId, running: true }, orderBy: { caseNo: 'asc' } });
  const later = { where: { case: { householdId }, closedAt: null, startedAt: { not: null } } } as const;
  const reviews = await tx.review.findMany(later);
  const followUps = await tx.followUp.findMany(later);
  const open = cases.map(async (row) => {
    const effect = await effectOnCase(tx, row, event);
    return { caseNo: row.caseNo, strand: openStrand(row), ...(effect && { effect }) };
  });
  return [
    ...(await Promise.all(open)),
    ...reviews.map(({ caseNo }) => ({ caseNo, strand: 'review' as const })),
    ...followUps.map(({ caseNo }) => ({ caseNo, strand: 'followUp' as const })),
  ];
}
