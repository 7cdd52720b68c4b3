import type { SignedLoanChange } from '../../../domain/rules/loans.js';
import { lockEntitlement } from '../../../prisma/entitlements.js';
import { changeLoan } from '../../../prisma/loan-changes.js';
import { makeRun } from '../../../prisma/runs.js';
import { entitled } from '../../api/support/entitled.js';
import { eventually } from '../../support/eventually.js';
import type { ProvedCases } from './proved-cases.js';
import type { ProvedCounty } from './proved-county.js';

const year = new Date().getUTCFullYear();
const LOAN = { principalYuan: 80_000, from: `${year}-01-10`, until: `${year + 1}-02-01`, basisPoints: 435 };

/** What two officials have signed of it: before its first run, and after. */
export const RENEWED = signed('renewed before', `${year + 1}-06-01`, { basisPoints: 400 });
export const RENEWED_AGAIN = signed('renewed after', `${year + 1}-12-01`, { basisPoints: 380 });

function signed(id: string, until: string, more: Partial<SignedLoanChange>): SignedLoanChange {
  return { id, kind: 'renewed', until, byId: 'yl-approver-2', signedById: 'yl-oversight-1', at: Date.now(), ...more };
}

/** 贷款: its interest is granted, a run of it begun; it is renewed before and after. Numbers of the grant and of the run. */
export async function lent(
  { db }: ProvedCounty,
  cases: ProvedCases,
): Promise<readonly [loanNo: string, runNo: string]> {
  const caseNo = await cases.submitted({ programmeCode: 'microcredit-interest', loan: LOAN });
  await cases.act(caseNo, 'initialCheck', 'pass');
  await cases.act(caseNo, 'townshipVerification', 'pass');
  await cases.act(caseNo, 'entitlementApproval', 'pass');
  await cases.act(caseNo, 'noticePosting', 'posted');
  await cases.act(caseNo, 'publicNotice', 'takenDown');
  await entitled({ db }, caseNo);
  const change = async (one: SignedLoanChange) =>
    await db.$transaction(async (tx) => await changeLoan(tx, await lockEntitlement(tx, caseNo), one));
  await change(RENEWED);
  // At once: else the county makes it itself.
  const runNo = await db.$transaction(async (tx) => {
    await lockEntitlement(tx, caseNo);
    await tx.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date(0) } });
    return (await makeRun(tx, caseNo))!;
  });
  await eventually(
    () => db.task.count({ where: { caseNo: runNo } }),
    (count) => count === 1,
  );
  await change(RENEWED_AGAIN);
  return [caseNo, runNo];
}
