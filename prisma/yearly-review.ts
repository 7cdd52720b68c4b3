import type { Application } from '../domain/schemas/application.js';
import type { Outcome } from '../domain/schemas/outcome.js';
import type { Programme } from '../domain/schemas/programme.js';
import type { Tx } from './client.js';
import type { CaseModel, EntitlementModel as Entitlement } from './generated/models.js';

type Run = Pick<CaseModel, 'running' | 'outcome' | 'input'>;

/**
 * 绩效评价 of what is paid period after period: once a year, where the programme says what it looks at. It asks about the
 * first run of the year; where that one paid nothing, about the next. The entitlement is locked before.
 */
export async function isToBeReviewed(
  tx: Tx,
  { caseNo: entitlementNo, nextPeriod }: Entitlement,
  { reviewLooksAt }: Programme,
): Promise<boolean> {
  if (!reviewLooksAt) return false;
  const year = nextPeriod.slice(0, 4);
  const runs = await tx.case.findMany({ where: { entitlementNo, period: { startsWith: year } } });
  return !runs.some(isReviewed);
}

function isReviewed({ running, outcome, input }: Run): boolean {
  const { run } = input as unknown as Application;
  return run?.reviewed === true && (running || (outcome as Outcome | null)?.kind === 'completed');
}
