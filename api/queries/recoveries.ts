import type { CaseRecovery, RecoveryDetail, RecoveryQuery, RecoveryView } from '../../domain/schemas/recoveries.js';
import { RECOVERY_CAUSES, RECOVERY_STATES } from '../../domain/texts/recoveries.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { householdKey } from '../../prisma/household.js';
import { openWords } from '../../prisma/words.js';
import { claimDigest } from '../acting/claim.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { visibleCase } from './visible.js';

const withReceipts = { receipts: { orderBy: { at: 'asc' } }, case: true } as const satisfies Prisma.RecoveryInclude;
type Claim = Prisma.RecoveryGetPayload<{ include: typeof withReceipts }>;

/** The claims of an official's area, the newest first. */
export async function recoveryPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, state }: RecoveryQuery,
): Promise<Page<RecoveryView>> {
  const rows = await tx.recovery.findMany({
    where: {
      case: { areaCode: { startsWith: who.areaCode } },
      ...(state !== undefined && { state }),
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
  const { openedById, signedById, receipts } = claim;
  const person = await officialsBy(tx, [openedById, signedById, ...receipts.map(({ byId }) => byId)]);
  return {
    ...recoveryView(claim),
    words: await wordsOf(tx, keyring, claim),
    openedBy: openedById === null ? null : person(openedById),
    signedBy: signedById === null ? null : person(signedById),
    digest: claim.state === 'proposed' ? claimDigest(claim) : null,
    receipts: receipts.map((receipt) => ({ ...receiptView(receipt), by: person(receipt.byId) })),
  };
}

/** A claim as the household reads it in its case: none before it is in force. */
export async function caseRecovery(tx: Tx, keyring: Keyring, caseNo: string): Promise<CaseRecovery | null> {
  const claim = await tx.recovery.findUnique({ where: { caseNo }, include: withReceipts });
  if (!claim || claim.state === 'proposed') return null;
  return {
    ...recoveryView(claim),
    words: await wordsOf(tx, keyring, claim),
    receipts: claim.receipts.map(receiptView),
  };
}

const recoveryView = ({ caseNo, cause, state, amountFen, openedAt, signedAt, closedAt, receipts }: Claim) => ({
  ...{ caseNo, cause: coded(RECOVERY_CAUSES, cause), state: coded(RECOVERY_STATES, state) },
  amountFen: Number(amountFen),
  recoveredFen: receipts.reduce((sum, receipt) => sum + Number(receipt.amountFen), 0),
  openedAt: (signedAt ?? openedAt).toISOString(),
  closedAt: closedAt?.toISOString() ?? null,
});

const receiptView = ({ amountFen, voucherNo, at }: Claim['receipts'][number]) => ({
  ...{ amountFen: Number(amountFen), voucherNo, at: at.toISOString() },
});

async function wordsOf(tx: Tx, keyring: Keyring, { wordsId, case: row }: Claim): Promise<string | null> {
  if (wordsId === null) return null;
  const words = await openWords(tx, await householdKey(tx, keyring, row.householdId), [wordsId]);
  return words.get(wordsId) ?? null;
}
