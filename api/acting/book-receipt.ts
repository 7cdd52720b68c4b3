import type { NewReceipt } from '../../domain/schemas/recoveries.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db } from '../../prisma/client.js';
import { recoverToFund } from '../../prisma/ledger/recovered.js';
import { lockCase } from '../../prisma/lock-case.js';
import { recoveredFen, settleIfWhole } from '../../prisma/recoveries.js';
import { Refused } from '../problem.js';
import { visibleCase } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { openClaim } from './claim.js';

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
    await settleIfWhole(tx, keyring, claim);
  });
}
