import { CLAIM_MESSAGES } from '../domain/texts/recoveries.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { tellHousehold } from './household-message.js';
import type { RecoveryModel as Recovery } from './generated/models.js';

/** What of a case is on the household's account, fen: no claim is above it. */
export async function paidFen(tx: Tx, caseNo: string): Promise<bigint> {
  const { _sum } = await tx.payment.aggregate({ where: { caseNo, state: 'credited' }, _sum: { amountFen: true } });
  return _sum.amountFen ?? 0n;
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

/** Tells the household that everything claimed has come back. */
export async function tellOfSettlement(tx: Tx, keyring: Keyring, { caseNo, amountFen }: Recovery): Promise<void> {
  await tellHousehold(tx, keyring, {
    ...{ caseNo, key: `${caseNo}/claim/${amountFen}/settled` },
    text: CLAIM_MESSAGES.settled(caseNo),
  });
}
