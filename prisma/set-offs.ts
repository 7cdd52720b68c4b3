import { maySetOff, type KeptBack, keptBack, type Owed } from '../domain/rules/set-off.js';
import { CLAIM_MESSAGES } from '../domain/texts/recoveries.js';
import { uuidFor } from '../platform/digest.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { moved, partsHeld, spentFenOf, takenFrom } from './commitments.js';
import type { RecoveryModel as Recovery } from './generated/models.js';
import { post } from './ledger/post.js';
import { recoverToFund } from './ledger/recovered.js';
import { tellHousehold } from './household-message.js';
import { recoveredFen, settleIfWhole } from './recoveries.js';
import { type PayingCase, registeredAccounts } from './registered-payees.js';
import { policyVersion, programmeVersion } from './rules-in-force.js';
import { markSpent, SET_OFF_KEY } from './spending.js';

/** A payment that an order is to be made for. */
export interface ToPay {
  readonly caseNo: string;
  /** Of the order; known by it if it is asked for again. */
  readonly reference: string;
  readonly amountFen: bigint;
}

/**
 * 抵扣: keeps back of a payment what the household owes under claims for which that was ordered, the oldest first, within
 * the limit of the county; books it on either side. Asked again for the same order it answers the same.
 */
export async function setOff(tx: Tx, keyring: Keyring, payment: ToPay): Promise<KeptBack[]> {
  const claims = await lockClaims(tx, payment.caseNo);
  const known = await keptBackOf(tx, payment.reference);
  if (known.length > 0) return known;
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo: payment.caseNo } });
  const programme = await programmeVersion(tx, row.programmeDigest);
  if (!maySetOff(programme) || (await paysOthers(tx, { ...row, programme }))) return [];
  const { setOffLimitBasisPoints } = (await policyVersion(tx, row.policyDigest)).payments;
  const owed = await Promise.all(claims.map((claim) => owedUnder(tx, claim)));
  const kept = keptBack(owed, payment.amountFen, setOffLimitBasisPoints);
  await bookSetOff(tx, keyring, payment, kept);
  return kept;
}

/**
 * Books what was kept back of a payment, once: the case has spent it, and it has come back under the claim. A claim that
 * was lost with what a restore could not bring back has nothing to come back to.
 */
export async function bookSetOff(
  tx: Tx,
  keyring: Keyring,
  { caseNo, reference }: Omit<ToPay, 'amountFen'>,
  kept: readonly KeptBack[],
): Promise<void> {
  const known = await tx.ledgerTransaction.findMany({
    where: { key: { in: kept.map((claim) => keyOf(reference, claim)) } },
  });
  const isBooked = (claim: KeptBack) => known.some(({ key }) => key === keyOf(reference, claim));
  for (const claim of kept.filter((one) => !isBooked(one))) {
    await spendOn(tx, caseNo, reference, claim);
    await receive(tx, keyring, { caseNo, reference }, claim);
  }
}

/** What goes to somebody of the register of payees is not the household's to be kept back. */
const paysOthers = async (tx: Tx, row: PayingCase): Promise<boolean> => (await registeredAccounts(tx, [row])).size > 0;

const keyOf = (reference: string, { caseNo }: Pick<KeptBack, 'caseNo'>): string =>
  `${reference}${SET_OFF_KEY}${caseNo}`;

/** The claims of the household of a case for which it was ordered, the oldest first; their cases and this one locked. */
async function lockClaims(tx: Tx, caseNo: string): Promise<Recovery[]> {
  const { householdId } = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  if (householdId === null) return [];
  const which = { state: 'open', setOff: { is: { state: 'inForce' } }, case: { householdId } } as const;
  const claims = await tx.recovery.findMany({ where: which, select: { caseNo: true } });
  const caseNos = [caseNo, ...claims.map((claim) => claim.caseNo)];
  await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "caseNo" = ANY(${caseNos}) ORDER BY "caseNo" FOR NO KEY UPDATE`;
  // As they are now that nobody else books on them.
  return await tx.recovery.findMany({
    where: { ...which, caseNo: { in: caseNos } },
    orderBy: [{ openedAt: 'asc' }, { caseNo: 'asc' }],
  });
}

/** What of an order was kept back before. */
async function keptBackOf(tx: Tx, reference: string): Promise<KeptBack[]> {
  return await tx.recoveryReceipt.findMany({
    where: { setOffAgainst: reference },
    select: { caseNo: true, amountFen: true },
    orderBy: [{ recovery: { openedAt: 'asc' } }, { caseNo: 'asc' }],
  });
}

/** What the bank has sent back meanwhile is owed no more. */
async function owedUnder(tx: Tx, { caseNo, amountFen }: Recovery): Promise<Owed> {
  const owedFen = amountFen - (await recoveredFen(tx, caseNo));
  const spentFen = await spentFenOf(tx, caseNo);
  return { caseNo, owedFen: owedFen < spentFen ? owedFen : spentFen };
}

async function spendOn(tx: Tx, caseNo: string, reference: string, claim: KeptBack): Promise<void> {
  const committed = (await partsHeld(tx, caseNo)).filter(({ state }) => state === 'committed');
  const taken = takenFrom(committed, claim.amountFen);
  if (!taken) throw new Error(`Case ${caseNo} has nothing committed to keep back from.`);
  const entries = Object.fromEntries(moved(taken, 'committed', 'spent'));
  await post(tx, { key: keyOf(reference, claim), kind: 'setOff', caseNo, entries });
  await markSpent(tx, [{ caseNo, taken }]);
}

async function receive(
  tx: Tx,
  keyring: Keyring,
  { caseNo: payingCaseNo, reference }: Omit<ToPay, 'amountFen'>,
  { caseNo, amountFen }: KeptBack,
): Promise<void> {
  const claim = await tx.recovery.findUnique({ where: { caseNo } });
  if (!claim) return;
  const key = keyOf(reference, { caseNo });
  const id = uuidFor(key, 'receipt');
  await tx.recoveryReceipt.create({
    data: { id, caseNo, amountFen, setOffAgainst: reference, voucherNo: reference },
  });
  if (!(await recoverToFund(tx, { receiptId: id, caseNo, amountFen })))
    throw new Error(`Case ${caseNo} has not spent what is set off under its claim.`);
  const leftFen = claim.amountFen - (await recoveredFen(tx, caseNo));
  const text = CLAIM_MESSAGES.setOff(payingCaseNo, caseNo, Number(amountFen), Number(leftFen));
  await tellHousehold(tx, keyring, { caseNo: payingCaseNo, key, text });
  await settleIfWhole(tx, keyring, claim);
}
