import { type ExtensionReason, type LoanChange } from '../domain/rules/loans.js';
import type { LeafOf } from '../domain/schemas/leaf.js';
import type { Tx } from './client.js';
import type { LoanChangeModel } from './generated/models.js';
import { log } from './log-entries.js';

/** Digests of what a change rests on; null where there is nothing. */
type Grounds = Pick<LeafOf<'loanChange'>, 'paperSha256' | 'wordsSha256'>;

/** 续贷, 展期, 提前还款: what is logged of a change that two officials have signed. */
export const loanChangeLeaf = (row: LoanChangeModel, grounds: Grounds): LeafOf<'loanChange'> => ({
  ...{ kind: 'loanChange', caseNo: row.entitlementNo, changeId: row.id, change: row.kind as LoanChange },
  ...{ until: row.until, basisPoints: row.basisPoints, reason: row.reason as ExtensionReason | null, ...grounds },
  ...{ byId: row.byId, signedById: row.signedById, signedForId: row.signedForId, at: row.at.toISOString() },
});

/** What has become of a loan can't change unnoticed any more. */
export async function logLoanChange(tx: Tx, row: LoanChangeModel): Promise<void> {
  const paper = row.paperId === null ? null : await tx.paper.findUnique({ where: { id: row.paperId } });
  const words = row.wordsId === null ? null : await tx.words.findUnique({ where: { id: row.wordsId } });
  const grounds = { paperSha256: paper?.sha256 ?? null, wordsSha256: words?.sha256 ?? null };
  await log(tx, loanChangeLeaf(row, grounds));
}
