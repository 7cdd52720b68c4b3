import type { Application } from '../../domain/schemas/application.js';
import { signedOf } from '../../prisma/loan-changes.js';
import { loanOf } from '../../prisma/loans.js';
import { loanChangeLeaf } from '../../prisma/log-loan-change.js';
import type { CaseEvidence } from '../../proof/evidence.js';
import type { CaseRows } from './case-rows.js';

/** The loan of a case that granted its interest, with the digests of papers and words as they stand beside it. */
export function loanRow({
  granted,
  papers,
  words,
}: Pick<CaseRows, 'granted' | 'papers' | 'words'>): Pick<CaseEvidence, 'loan'> {
  const loan = granted && loanOf(granted);
  if (!loan) return {};
  const digests = new Map([...papers, ...words].map(({ id, sha256 }) => [id, sha256]));
  const digestOf = (id: string | null) => (id === null ? null : (digests.get(id) ?? null));
  const changes = granted.loanChanges.map((row) =>
    loanChangeLeaf(row, { paperSha256: digestOf(row.paperId), wordsSha256: digestOf(row.wordsId) }),
  );
  return { loan: { loan, quantity: granted.quantity, changes } };
}

/** The loan whose interest a run pays. */
export function paidLoanRow({ paidOf }: Pick<CaseRows, 'paidOf'>): Pick<CaseEvidence, 'paidLoan'> {
  const { loan: granted } = (paidOf?.grant.input ?? {}) as Partial<Application>;
  return paidOf && granted ? { paidLoan: { granted, changes: paidOf.loanChanges.map(signedOf) } } : {};
}
