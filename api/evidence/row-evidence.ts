import { existsSync } from 'node:fs';
import type { Keyring } from '../../platform/keyring.js';
import { sha256 } from '../../platform/digest.js';
import { catalogueDigest } from '../../prisma/archives.js';
import { findingLeaf } from '../../prisma/log-finding.js';
import { openColumn } from '../../prisma/sealed.js';
import { SET_OFF_KEY } from '../../prisma/spending.js';
import type {
  ArchiveRow,
  AuditFindingRow,
  CaseBeside,
  PaperRow,
  PaymentRow,
  SetOffRow,
  WordsRow,
} from '../../proof/evidence.js';
import { digestOf, pathOf } from '../papers/store.js';
import type { CaseRows } from './case-rows.js';

/** An order, with what the ledger and the bank's reports have of it. */
export function paymentRow(payment: CaseRows['payments'][number]): PaymentRow {
  const { reference, amountFen, state, accountId, payeeSealed, bankName, remark, documentNo, untold, batchNo } =
    payment;
  const { preparedById, reviewedById, thirdById } = payment;
  const credited = payment.words.filter(({ said, effect }) => said === 'credited' && effect === 'posted');
  const spent = payment.ledger.filter(({ kind }) => kind === 'spent').flatMap(({ entries }) => entries);
  return {
    signers: { preparedById, reviewedById, thirdById },
    ...{ reference, amountFen: Number(amountFen), state, accountId, bankName, remark, documentNo, untold },
    payeeSha256: sha256(payeeSealed),
    spentFen: spent.length === 0 ? null : spentIn(spent),
    bankFen: batchNo === null ? null : sum(credited),
  };
}

const sum = (rows: readonly { amountFen: bigint }[]): number =>
  rows.reduce((fen, row) => fen + Number(row.amountFen), 0);

type Entries = CaseRows['setOffs'][number]['entries'];
const spentIn = (entries: Entries): number => sum(entries.filter(({ account }) => account.kind === 'spent'));

/** What was kept back for claims: by the ledger, and by what came in under them. */
export function setOffRows({ setOffs, receipts }: Pick<CaseRows, 'setOffs' | 'receipts'>): SetOffRow[] {
  const spent = new Map(setOffs.map(({ key, entries }) => [key, spentIn(entries)]));
  const received = new Map(
    receipts.map(({ setOffAgainst, caseNo, amountFen }) => [
      `${setOffAgainst}${SET_OFF_KEY}${caseNo}`,
      Number(amountFen),
    ]),
  );
  return [...new Set([...spent.keys(), ...received.keys()])].map((key) => {
    const [reference = '', claim = ''] = key.split(SET_OFF_KEY);
    return { reference, claim, spentFen: spent.get(key) ?? null, receivedFen: received.get(key) ?? null };
  });
}

/** What people wrote, each by its digest as it stands there. */
export function wordsRows(
  keyring: Keyring,
  { row, words, wrappedKey }: Pick<CaseRows, 'row' | 'words' | 'wrappedKey'>,
): WordsRow[] {
  // A payee's case lies under its county's key.
  const key = row?.payeeId ? keyring.county(row.countyCode).key : unwrapped(keyring, wrappedKey);
  return words.map(({ id: ref, sha256: digest, salt, textSealed }) => ({
    ...{ ref, sha256: digest, storedSha256: key && storedDigest('wordsText', key, salt, textSealed) },
  }));
}

/** Auditors' findings, with the digests of the words as they stand beside them. */
export function auditFindingRows({ findings, words }: Pick<CaseRows, 'findings' | 'words'>): AuditFindingRow[] {
  const digests = new Map(words.map(({ id, sha256: digest }) => [id, digest]));
  return findings.map(({ acts, ...finding }) => ({
    ...{ findingId: finding.id, state: finding.state },
    acts: acts.map((act) => findingLeaf(finding, act, digests.get(act.wordsId) ?? '')),
  }));
}

/** The household's key; null once it is erased. */
function unwrapped(keyring: Keyring, wrapped: Uint8Array | undefined): Uint8Array | null {
  try {
    return wrapped && wrapped.length > 0 ? keyring.unwrap(wrapped) : null;
  } catch {
    return null;
  }
}

/** Salted digest of what a sealed column says. */
export function storedDigest(
  column: 'wordsText' | 'noticeWords',
  key: Uint8Array,
  salt: string,
  sealed: Uint8Array,
): string {
  try {
    return sha256(salt + openColumn(key, column, sealed));
  } catch {
    // Bytes that its key does not open were never sealed with it.
    return sha256(sealed);
  }
}

/** The archive file, its catalogue by the digest of what stands there. */
export function archiveRow({ archive }: Pick<CaseRows, 'archive'>): ArchiveRow | null {
  if (!archive) return null;
  const { archiveNo, kind, term, closedOn, keptUntil, items, state, appraisal } = archive;
  const catalogue = { pieces: items.length, catalogueSha256: catalogueDigest(items) };
  return { archiveNo, kind, term, closedOn, keptUntil, ...catalogue, state, appraisal };
}

export async function paperRow(
  home: string,
  { kind, sha256: digest }: { kind: string; sha256: string },
): Promise<PaperRow> {
  const file = pathOf(home, digest);
  return { kind, sha256: digest, storedSha256: existsSync(file) ? await digestOf(file) : null };
}

/** By what the case is found and counted, with what its review came to. */
export function caseBeside(
  { areaCode, programmeCode, bundleNo, helperId, personId, entitlementNo, closedAt }: NonNullable<CaseRows['row']>,
  { programme, review }: Pick<CaseRows, 'programme' | 'review'>,
): CaseBeside {
  return {
    applied: { areaCode, programmeCode, bundleNo, helperId, personId, entitlementNo },
    programmeCode: (programme?.body as { code?: string } | undefined)?.code ?? programmeCode,
    closedAt: closedAt?.getTime() ?? null,
    review: { finding: review?.finding ?? null, score: review?.score ?? null },
  };
}
