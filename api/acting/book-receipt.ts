import type { NewReceipt } from '../../domain/schemas/recoveries.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { RecoveryModel as Recovery } from '../../prisma/generated/models.js';
import { recoverToFund } from '../../prisma/ledger/recovered.js';
import { lockCase } from '../../prisma/lock-case.js';
import { paidFen, recoveredFen, tellOfSettlement } from '../../prisma/recoveries.js';
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
    const { reference } = await paidOrder(tx, caseNo);
    await tx.recoveryReceipt.create({ data: { id, caseNo, amountFen, voucherNo, byId: who.id } });
    await recoverToFund(tx, { key: `${reference}/recovered/${id}`, caseNo, reference, amountFen: BigInt(amountFen) });
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

/** @throws Refused NOTHING_PAID where the bank has sent the money back meanwhile */
async function paidOrder(tx: Tx, caseNo: string) {
  const order = await tx.payment.findFirst({ where: { caseNo, state: 'credited' }, orderBy: { attempt: 'desc' } });
  if (!order) throw new Refused('NOTHING_PAID');
  return order;
}

async function settle(tx: Tx, keyring: Keyring, claim: Recovery): Promise<void> {
  const { caseNo, amountFen } = claim;
  await tx.recovery.update({ where: { caseNo }, data: { state: 'settled', closedAt: new Date() } });
  // Of a claim for a part of it the order stays credited: the rest is the household's.
  if (amountFen === (await paidFen(tx, caseNo)))
    await tx.payment.updateMany({ where: { caseNo, state: 'credited' }, data: { state: 'recovered' } });
  await tellOfSettlement(tx, keyring, claim);
}
