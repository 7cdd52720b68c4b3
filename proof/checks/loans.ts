import { changedLoan, changedQuantity, type Loan } from '../../domain/rules/loans.js';
import type { Application } from '../../domain/schemas/application.js';
import type { LeafOf } from '../../domain/schemas/leaf.js';
import { canonical } from '../canonical.js';
import type { CaseEvidence, LoanRow, PaidLoanRow } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { leavesOf } from '../leaves.js';
import type { Story } from '../story.js';

type Signed = LeafOf<'loanChange'>;

/** 续贷, 展期, 提前还款: what two have signed of a loan, against the log; the loan, and what each run of it began with. */
export function checkLoans({ caseNo, leaves, row, loan, paidLoan }: CaseEvidence, story: Story): Finding[] {
  const input = row?.input as Application | undefined;
  if (!input) return [];
  return [
    ...(loan ? checkGranted(caseNo, leavesOf(leaves, 'loanChange'), { input, story, loan }) : []),
    ...(paidLoan ? checkPaid(caseNo, input, paidLoan) : []),
  ];
}

function checkGranted(subject: string, logged: readonly Signed[], { input, story, loan: row }: Granted): Finding[] {
  const rows = new Map(row.changes.map((change) => [change.changeId, change]));
  const known = new Set(logged.map(({ changeId }) => changeId));
  const findings = [
    ...logged.flatMap((leaf) => checkChange(subject, leaf, rows.get(leaf.changeId))),
    ...row.changes
      .filter(({ changeId }) => !known.has(changeId))
      .map((found): Finding => ({ kind: 'loanChangeUnlogged', subject, at: atOf(found), found: shown(found) })),
  ];
  if (!input.loan) return findings;
  const begun = { loan: input.loan, quantity: story.quantity };
  const { loan, quantity } = logged.reduce((before, change) => {
    const after = changedLoan(before.loan, saidBy(change));
    return { loan: after, quantity: changedQuantity(before.quantity, before.loan, after) };
  }, begun);
  return [
    ...findings,
    ...differs(subject, 'loan', loan, row.loan),
    ...differs(subject, 'days', quantity, row.quantity),
  ];
}

interface Granted {
  readonly input: Application;
  readonly story: Story;
  readonly loan: LoanRow;
}

function checkChange(subject: string, leaf: Signed, row: Signed | undefined): Finding[] {
  if (!row) return [{ kind: 'loanChangeMissing', subject, at: atOf(leaf), proved: shown(leaf) }];
  // What it rests on was not there yet where a lost case was restored.
  const isRestored = (field: keyof Signed) => leaf[field] === null && field.endsWith('Sha256');
  return (Object.keys(leaf) as (keyof Signed)[])
    .filter((field) => leaf[field] !== row[field] && !isRestored(field))
    .map((field) => ({
      ...{ kind: 'loanChangeDiffers', subject, at: `${atOf(leaf)} ${field}` },
      ...{ proved: shown(leaf[field]), found: shown(row[field]) },
    }));
}

/** What the run of a period began with: each change that it knew of stands as it was, and the loan follows from them. */
function checkPaid(subject: string, { loan, run }: Application, { granted, changes }: PaidLoanRow): Finding[] {
  const known = run?.loanChanges ?? [];
  const findings = known.flatMap((change): Finding[] => {
    const found = changes.find(({ id }) => id === change.id);
    if (found && canonical(found) === canonical(change)) return [];
    const at = `${change.id} ${change.kind}`;
    return [{ kind: 'loanChangeDiffers', subject, at, proved: shown(change), found: shown(found) }];
  });
  const after = (signed: typeof changes) => canonical(signed.reduce<Loan>(changedLoan, granted));
  // The first runs began with the loan as it was and did not say why.
  const ways = known.length > 0 ? [known] : [[], ...changes.map((_, index) => changes.slice(0, index + 1))];
  if (!loan || ways.some((signed) => after(signed) === canonical(loan))) return findings;
  return [...findings, ...differs(subject, 'run', JSON.parse(after(known)), loan)];
}

const differs = (subject: string, at: string, proved: unknown, found: unknown): Finding[] =>
  canonical(proved) === canonical(found)
    ? []
    : [{ kind: 'loanDiffers', subject, at, proved: shown(proved), found: shown(found) }];

const saidBy = ({ until, basisPoints }: Signed) => ({ until, ...(basisPoints !== null && { basisPoints }) });

const atOf = ({ changeId, change }: Signed): string => `${changeId} ${change}`;
