import type { CaseWorkflow } from './case-workflows.js';
import type { PayTo } from './payee.js';

export const SET_OFF = ['allowed', 'never'] as const;

/** Whose accounts are the household's own. */
const OWN: readonly PayTo[] = ['head', 'person', 'agent'];

/** What of a programme says it. */
interface SetOffRule {
  readonly setOff?: (typeof SET_OFF)[number] | undefined;
  readonly workflow?: CaseWorkflow | undefined;
  readonly payTo?: PayTo | undefined;
}

/**
 * Whether claims may be kept back of what a programme pays: never of relief, which is for need, nor of what is paid to
 * somebody else than the household.
 */
export const maySetOff = ({ setOff, workflow, payTo }: SetOffRule): boolean =>
  OWN.includes(payTo ?? 'head') && (setOff ?? (workflow === 'relief' ? 'never' : 'allowed')) === 'allowed';

/** What is owed under a claim, fen. */
export interface Owed {
  readonly caseNo: string;
  readonly owedFen: bigint;
}

/** What is kept back of a payment for a claim. */
export interface KeptBack {
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/**
 * What is kept back of a payment: for one claim after the other, as they come, never more than is owed under it, nor,
 * for all together, more than the county's share of the payment.
 */
export function keptBack(claims: readonly Owed[], paymentFen: bigint, limitBasisPoints: number): KeptBack[] {
  const kept: KeptBack[] = [];
  let leftFen = (paymentFen * BigInt(limitBasisPoints)) / 10_000n;
  for (const { caseNo, owedFen } of claims) {
    const amountFen = owedFen < leftFen ? owedFen : leftFen;
    if (amountFen <= 0n) continue;
    kept.push({ caseNo, amountFen });
    leftFen -= amountFen;
  }
  return kept;
}
