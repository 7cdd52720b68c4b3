import { changedLoan, changedQuantity, type SignedLoanChange } from '../domain/rules/loans.js';
import type { Tx } from './client.js';
import { dueAt } from './entitlements.js';
import type { EntitlementModel as Entitlement, LoanChangeModel as LoanChange } from './generated/models.js';
import { logLoanChange } from './log-loan-change.js';
import { loanOf } from './loans.js';

/** What two officials have signed of a loan, in order. */
export async function loanChangesOf(tx: Tx, entitlementNo: string): Promise<SignedLoanChange[]> {
  const rows = await tx.loanChange.findMany({ where: { entitlementNo }, orderBy: { at: 'asc' } });
  return rows.map(signedOf);
}

/** A change is in force: its row, and the loan as it goes on. Locked before; known already, it changes nothing. */
export async function changeLoan(tx: Tx, entitlement: Entitlement, change: SignedLoanChange): Promise<void> {
  const { caseNo: entitlementNo, countyCode, nextPeriod, quantity } = entitlement;
  const data = { ...change, entitlementNo, at: new Date(change.at) };
  const [row] = await tx.loanChange.createManyAndReturn({ data, skipDuplicates: true });
  if (!row) return;
  await logLoanChange(tx, row);
  const before = loanOf(entitlement)!;
  const after = changedLoan(before, change);
  await tx.entitlement.update({
    where: { caseNo: entitlementNo },
    data: {
      ...{ loan: { ...after }, quantity: changedQuantity(quantity, before, after) },
      nextDueAt: await dueAt(tx, countyCode, nextPeriod, after),
    },
  });
}

/** A change as runs begin with it. */
export function signedOf(row: LoanChange): SignedLoanChange {
  const { id, kind, until, basisPoints, reason, paperId, wordsId, byId, signedById, signedForId, at } = row;
  return {
    ...{ id, kind: kind as SignedLoanChange['kind'], until, byId, at: at.getTime() },
    ...(basisPoints !== null && { basisPoints }),
    ...(reason !== null && { reason: reason as NonNullable<SignedLoanChange['reason']> }),
    ...(paperId !== null && { paperId }),
    ...(wordsId !== null && { wordsId }),
    ...(signedById !== null && { signedById }),
    ...(signedForId !== null && { signedForId }),
  };
}
