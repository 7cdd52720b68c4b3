import type { Stage, Verdict } from '../../domain/rules/stages.js';
import type { Tx } from '../../prisma/client.js';
import { whyNoOrder, whyNoPayee } from '../../prisma/unpayable.js';
import { Refused } from '../problem.js';

/** Whether an order may be made, by the case's money and payee. @throws Refused YEAR_CLOSED, ALLOTMENT_LOW, PAYEE_MISSING */
export async function mustBePayable(tx: Tx, caseNo: string): Promise<void> {
  const code = await whyNoOrder(tx, caseNo);
  if (code) throw new Refused(code);
}

const APPROVALS: readonly Stage[] = ['projectApproval', 'entitlementApproval', 'housingApproval', 'reliefDecision'];

/** 立项: says what is paid, and to whom. */
export const isApproval = (stage: Stage, verdict: Verdict): boolean =>
  APPROVALS.includes(stage) && (verdict === 'pass' || verdict === 'grant');

/** What is approved is paid to somebody who is known by then. @throws Refused PAYEE_MISSING */
export async function mustHavePayee(tx: Tx, caseNo: string): Promise<void> {
  const code = await whyNoPayee(tx, caseNo);
  if (code) throw new Refused(code);
}
