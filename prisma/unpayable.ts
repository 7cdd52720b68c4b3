import { isOfRegister } from '../domain/rules/payee.js';
import type { Tx } from './client.js';
import { whyNotPayable } from './ledger/year-end.js';
import { caseAccount } from './payee.js';
import { programmeVersion } from './rules-in-force.js';

/** Why no order can be made for a case at present: the year of its money, or whom it pays. */
export async function whyNoOrder(
  tx: Tx,
  caseNo: string,
): Promise<'YEAR_CLOSED' | 'ALLOTMENT_LOW' | 'PAYEE_MISSING' | undefined> {
  return (await whyNotPayable(tx, caseNo)) ?? (await whyNoPayee(tx, caseNo));
}

/** Whether a case that pays somebody of the register, or is his own, has nobody whom it could pay. */
export async function whyNoPayee(tx: Tx, caseNo: string): Promise<'PAYEE_MISSING' | undefined> {
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const programme = await programmeVersion(tx, row.programmeDigest);
  if (row.payeeId === null && !isOfRegister(programme.payTo ?? 'head')) return undefined;
  return (await caseAccount(tx, row, programme)) ? undefined : 'PAYEE_MISSING';
}
