import type { NewReceipt } from '../../domain/schemas/recoveries.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { RecoveryModel as Recovery } from '../../prisma/generated/models.js';
import { recoverToFund } from '../../prisma/ledger/recovered.js';
import { lockCase } from '../../prisma/lock-case.js';
import { recoveredFen, tellOfSettlement } from '../../prisma/recoveries.js';
import { spentBy } from '../../prisma/spending.js';
import { found, Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

/**
 * Books money that came back under a claim, never more than is claimed, each voucher once; with the last of it the
 * claim is settled and the household told. Repeated, the act finds its receipt.
 *
 * @throws Refused NOT_FOUND, OUT_OF_AREA, NOTHING_PAID, CLAIM_SETTLED, RECEIPT_TOO_LARGE, VOUCHER_USED
 */
export async function bookReceipt(
  { db, keyring }: { db: Db; keyring: Keyring },
  who: OfficialWho,
  caseNo: string,
  actId: string,
  { amountFen, voucherNo }: NewReceipt,
): Promise<void> {
  const id = uuidFor(actId, 'receipt');
  await db.$transaction(async (tx) => {
    await lockCase(tx, caseNo);
    await visibleCase(tx, who, caseNo);
    if (await tx.recoveryReceipt.findUnique({ where: { id } })) return;
    const claim = await openClaim(tx, caseNo);
    if (await tx.recoveryReceipt.findUnique({ where: { caseNo_voucherNo: { caseNo, voucherNo } } }))
      throw new Refused('VOUCHER_USED');
    const back = (await recoveredFen(tx, caseNo)) + BigInt(amountFen);
    if (back > claim.amountFen) throw new Refused('RECEIPT_TOO_LARGE');
    await tx.recoveryReceipt.create({ data: { id, caseNo, amountFen, voucherNo, byId: who.id } });
    // None where the bank has sent the money back meanwhile.
    if (!(await recoverToFund(tx, { receiptId: id, caseNo, amountFen: BigInt(amountFen) })))
      throw new Refused('NOTHING_PAID');
    if (back === claim.amountFen) await settle(tx, keyring, claim);
  });
}

/** @throws Refused NOT_FOUND where none is in force, CLAIM_SETTLED */
async function openClaim(tx: Tx, caseNo: string): Promise<Recovery> {
  const claim = found(await tx.recovery.findUnique({ where: { caseNo } }));
  if (claim.state === 'proposed') throw new Refused('NOT_FOUND');
  if (claim.state === 'settled') throw new Refused('CLAIM_SETTLED');
  return claim;
}

async function settle(tx: Tx, keyring: Keyring, claim: Recovery): Promise<void> {
  const { caseNo } = claim;
  await tx.recovery.update({ where: { caseNo }, data: { state: 'settled', closedAt: new Date() } });
  await markRecovered(tx, caseNo);
  await tellOfSettlement(tx, keyring, claim);
}

/** Orders of which nothing is spent any more; one that came back in part stays credited: the rest is the household's. */
async function markRecovered(tx: Tx, caseNo: string): Promise<void> {
  const where = { caseNo, state: 'credited', ledger: { some: { kind: 'recovered' } } } as const;
  for (const order of await tx.payment.findMany({ where })) {
    if (await spentBy(tx, order)) continue;
    await tx.payment.update({ where: { reference: order.reference }, data: { state: 'recovered' } });
  }
}
