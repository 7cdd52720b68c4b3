import type { CaseRecovery, RecoveryDetail, RecoveryQuery, RecoveryView } from '../../domain/schemas/recoveries.js';
import { RECOVERY_CAUSES, RECOVERY_STATES, SET_OFF_STATES } from '../../domain/texts/recoveries.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { caseKey } from '../../prisma/applicant.js';
import { openWords } from '../../prisma/words.js';
import { claimDigest } from '../acting/claim.js';
import { setOffDigest } from '../acting/set-off.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { visibleCase } from './visible.js';

const withReceipts = {
  receipts: { orderBy: { at: 'asc' } },
  setOff: true,
  case: true,
} as const satisfies Prisma.RecoveryInclude;
type Claim = Prisma.RecoveryGetPayload<{ include: typeof withReceipts }>;

/** The claims of an official's area, the newest first. */
export async function recoveryPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, state, setOff }: RecoveryQuery,
): Promise<Page<RecoveryView>> {
  const rows = await tx.recovery.findMany({
    where: {
      case: { areaCode: { startsWith: who.areaCode } },
      ...(state !== undefined && { state }),
      ...(setOff !== undefined && { setOff: { is: { state: setOff } } }),
      ...behind(positionOf(cursor), 'openedAt', 'caseNo'),
    },
    include: withReceipts,
    orderBy: [{ openedAt: 'desc' }, { caseNo: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ openedAt, caseNo }) => ({ at: openedAt, id: caseNo }), recoveryView);
}

/** A claim with who signed it and what came back. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function recoveryDetail(
  tx: Tx,
  keyring: Keyring,
  who: OfficialWho,
  caseNo: string,
): Promise<RecoveryDetail> {
  await visibleCase(tx, who, caseNo);
  const claim = found(await tx.recovery.findUnique({ where: { caseNo }, include: withReceipts }));
  const { openedById, signedById, signedForId, receipts, setOff } = claim;
  const person = await officialsBy(tx, [
    ...[openedById, signedById, signedForId],
    ...[setOff?.orderedById, setOff?.signedById, setOff?.signedForId, setOff?.withdrawnById],
    ...receipts.map(({ byId }) => byId),
  ]);
  const by = (id: string | null, forId: string | null = null) => (id === null ? null : person(id, forId));
  const words = await wordsOf(tx, keyring, claim);
  return {
    ...recoveryView(claim),
    ...{ words: words(claim.wordsId), openedBy: by(openedById), signedBy: by(signedById, signedForId) },
    digest: claim.state === 'proposed' ? claimDigest(claim) : null,
    setOffOrder: setOff && {
      ...{ words: words(setOff.wordsId), orderedBy: person(setOff.orderedById) },
      signedBy: by(setOff.signedById, setOff.signedForId),
      orderedAt: (setOff.signedAt ?? setOff.orderedAt).toISOString(),
      ...{ withdrawnBy: by(setOff.withdrawnById), withdrawalWords: words(setOff.withdrawalWordsId) },
      digest: setOff.state === 'proposed' ? setOffDigest(setOff) : null,
    },
    receipts: receipts.map((receipt) => ({ ...receiptView(receipt), by: by(receipt.byId) })),
  };
}

/** A claim as the household reads it in its case: none before it is in force. */
export async function caseRecovery(tx: Tx, keyring: Keyring, caseNo: string): Promise<CaseRecovery | null> {
  const claim = await tx.recovery.findUnique({ where: { caseNo }, include: withReceipts });
  if (!claim || claim.state === 'proposed') return null;
  const words = await wordsOf(tx, keyring, claim);
  const isSetOff = claim.setOff?.state === 'inForce';
  return {
    ...recoveryView(claim),
    // What is only proposed is not told.
    setOff: claim.setOff?.state === 'proposed' ? null : recoveryView(claim).setOff,
    ...{ words: words(claim.wordsId), setOffWords: isSetOff ? words(claim.setOff!.wordsId) : null },
    receipts: claim.receipts.map(receiptView),
  };
}

const recoveryView = ({ caseNo, cause, state, amountFen, openedAt, signedAt, closedAt, receipts, setOff }: Claim) => ({
  ...{ caseNo, cause: coded(RECOVERY_CAUSES, cause), state: coded(RECOVERY_STATES, state) },
  amountFen: Number(amountFen),
  recoveredFen: receipts.reduce((sum, receipt) => sum + Number(receipt.amountFen), 0),
  openedAt: (signedAt ?? openedAt).toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
  setOff: setOff && coded(SET_OFF_STATES, setOff.state),
});

const receiptView = ({ amountFen, voucherNo, at, setOffAgainst }: Claim['receipts'][number]) => ({
  ...{ amountFen: Number(amountFen), voucherNo, at: at.toISOString(), setOffAgainst },
});

/** What was written about a claim, opened. */
async function wordsOf(tx: Tx, keyring: Keyring, { wordsId, setOff, case: row }: Claim) {
  const ids = [wordsId, setOff?.wordsId, setOff?.withdrawalWordsId].flatMap((id) => id ?? []);
  const words =
    ids.length === 0 ? new Map<string, string>() : await openWords(tx, await caseKey(tx, keyring, row), ids);
  return (id: string | null): string | null => (id === null ? null : (words.get(id) ?? null));
}
