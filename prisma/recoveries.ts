import { CLAIM_MESSAGES } from '../domain/texts/recoveries.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { tellHousehold } from './household-message.js';
import type { RecoveryModel as Recovery } from './generated/models.js';
import { spentBy, spentOnClaims } from './spending.js';

/** What of a case is on the household's account, or was kept back for its other claims, fen: no claim is above it. */
export async function paidFen(tx: Tx, caseNo: string): Promise<bigint> {
  const { _sum } = await tx.payment.aggregate({ where: { caseNo, state: 'credited' }, _sum: { amountFen: true } });
  const kept = await spentOnClaims(tx, caseNo);
  return kept.reduce((sum, { fen }) => sum + fen, _sum.amountFen ?? 0n);
}

/** What came back under a claim, fen. */
export async function recoveredFen(tx: Tx, caseNo: string): Promise<bigint> {
  const { _sum } = await tx.recoveryReceipt.aggregate({ where: { caseNo }, _sum: { amountFen: true } });
  return _sum.amountFen ?? 0n;
}

interface Found {
  readonly caseNo: string;
  readonly amountFen: bigint;
  readonly cause?: 'notUsed' | 'notConfirmed' | 'withdrawn' | 'notCompleted' | undefined;
}

/**
 * 绩效评价: "not used as intended" claims back what was paid, without a second signature: the review had its own; so
 * does relief that was not confirmed, and a case that comes to nothing. A claim that officials had opened for less is raised; one that they had only proposed gives way. The caller has locked
 * the case.
 */
export async function claimByFinding(
  tx: Tx,
  keyring: Keyring,
  { caseNo, amountFen, cause = 'notUsed' }: Found,
): Promise<void> {
  const known = await tx.recovery.findUnique({ where: { caseNo } });
  if (known && known.state !== 'proposed' && known.amountFen >= amountFen) return;
  const byFinding = { amountFen, cause, state: 'open', closedAt: null } as const;
  const claim = await tx.recovery.upsert({
    where: { caseNo },
    create: { caseNo, ...byFinding },
    update: known?.state === 'proposed' ? { ...byFinding, openedById: null, wordsId: null } : byFinding,
  });
  await tellOfClaim(tx, keyring, claim);
}

/** Tells the household of a claim that is in force, once for each amount. */
export async function tellOfClaim(tx: Tx, keyring: Keyring, { caseNo, amountFen, cause }: Recovery): Promise<void> {
  const text = CLAIM_MESSAGES.opened(caseNo, Number(amountFen), cause);
  await tellHousehold(tx, keyring, { caseNo, key: `${caseNo}/claim/${amountFen}`, text });
}

/** With the last of what is claimed the claim is settled, and the household told. */
export async function settleIfWhole(tx: Tx, keyring: Keyring, claim: Recovery): Promise<void> {
  const { caseNo } = claim;
  if ((await recoveredFen(tx, caseNo)) < claim.amountFen) return;
  await tx.recovery.update({ where: { caseNo }, data: { state: 'settled', closedAt: new Date() } });
  await markRecovered(tx, caseNo);
  await tellOfSettlement(tx, keyring, claim);
}

/** Orders of which nothing is spent any more; one that came back in part stays credited: the rest is the household's. */
async function markRecovered(tx: Tx, caseNo: string): Promise<void> {
  const where = { caseNo, state: 'credited', ledger: { some: { kind: 'recovered' } } } as const;
  for (const order of await tx.payment.findMany({ where })) {
    if ((await spentBy(tx, order)).length > 0) continue;
    await tx.payment.update({ where: { reference: order.reference }, data: { state: 'recovered' } });
  }
}

async function tellOfSettlement(tx: Tx, keyring: Keyring, { caseNo, amountFen }: Recovery): Promise<void> {
  await tellHousehold(tx, keyring, {
    ...{ caseNo, key: `${caseNo}/claim/${amountFen}/settled` },
    text: CLAIM_MESSAGES.settled(caseNo),
  });
}
