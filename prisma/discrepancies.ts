import type { SettledItself } from '../domain/texts/discrepancies.js';
import type { Tx } from './client.js';
import type { DiscrepancyKind } from './generated/enums.js';

/** Something that does not fit between us and the bank. */
export interface Found {
  readonly kind: DiscrepancyKind;
  /** What it was found in: the same again is the same discrepancy. */
  readonly cause: string;
  /** '' where no county can be told: then it is every county's. */
  readonly countyCode: string;
  /** As the bank wrote it: it need not be an order of ours. */
  readonly reference?: string | null;
  readonly batchNo?: string | null;
  readonly fileId?: string | null;
  /** What we have, and what the bank has, fen. */
  readonly ourFen?: bigint | null;
  readonly bankFen?: bigint | null;
}

/**
 * Raises discrepancies, each once per cause: open until somebody settles it with a reason. Finance and the supervisors
 * are told by a sweep, many in one letter.
 */
export async function raise(tx: Tx, ...found: readonly Found[]): Promise<void> {
  await tx.discrepancy.createMany({ data: [...found], skipDuplicates: true });
}

/** Settles those that turned out to be none; what a person settled before stays as he settled it. */
export async function settleItself(tx: Tx, causes: readonly string[], settlement: SettledItself): Promise<void> {
  await tx.discrepancy.updateMany({
    where: { cause: { in: [...causes] }, settledAt: null },
    data: { settledAt: new Date(), settlement },
  });
}

/** The bank's last word ends its silence, however late. */
export async function settleSilence(tx: Tx, references: readonly string[]): Promise<void> {
  if (references.length === 0) return;
  await tx.discrepancy.updateMany({
    where: { kind: 'silent', reference: { in: [...references] }, settledAt: null },
    data: { settledAt: new Date(), settlement: 'BANK_GAVE_ITS_WORD' satisfies SettledItself },
  });
}
