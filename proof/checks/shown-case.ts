import { canonical, sha256 } from '../canonical.js';
import type { CaseEvidence, PaymentRow } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { leavesOf } from '../leaves.js';
import type { Order, Story } from '../story.js';

/** (1) What was logged when the case was submitted, against what stands there as submitted. */
export function checkSubmission({ caseNo: subject, leaves, row }: CaseEvidence): Finding[] {
  const [leaf] = leavesOf(leaves, 'submitted');
  if (!row) return leaf ? [{ kind: 'caseMissing', subject, proved: leaf.householdId || shown(leaf.payeeId) }] : [];
  if (!leaf) return [{ kind: 'caseUnlogged', subject }];
  const submitted = {
    householdId: row.householdId,
    payeeId: row.payeeId,
    programmeDigest: row.programmeDigest,
    policyDigest: row.policyDigest,
    inputSha256: sha256(canonical(row.input)),
  } as const;
  return (Object.keys(submitted) as (keyof typeof submitted)[])
    .filter((field) => submitted[field] !== leaf[field])
    .map((at) => ({ kind: 'submissionDiffers', subject, at, proved: shown(leaf[at]), found: shown(submitted[at]) }));
}

/** (3) The story of the histories against the case as the screens show it. */
export function checkShown({ caseNo: subject, row }: CaseEvidence, story: Story): Finding[] {
  if (!row) return [];
  const fields = ['stage', 'quantity', 'amountFen', 'rentMonths', 'decisionNo', 'running', 'outcome'] as const;
  return fields
    .filter((field) => canonical(story[field]) !== canonical(row[field] ?? null))
    .map((at) => ({ kind: 'caseDiffers', subject, at, proved: shown(story[at]), found: shown(row[at]) }));
}

/** What a row may say while the case has heard so much: the bank's word may have come since. */
const FITTING: Readonly<Record<Order['end'], (row: PaymentRow) => boolean>> = {
  open: ({ state, untold }) => untold || !['cancelled', 'reissued', 'recovered'].includes(state),
  cancelled: ({ state }) => state === 'cancelled',
  credited: ({ state }) => ['credited', 'returned', 'reissued', 'recovered'].includes(state),
  returned: ({ state }) => ['returned', 'reissued'].includes(state),
};

/** (3) Orders: how much, to whom, and what became of them; (4) what the ledger and the bank's reports have of each. */
export function checkOrders({ caseNo, leaves, payments }: CaseEvidence, story: Story): Finding[] {
  const rows = new Map(payments.map((row) => [row.reference, row]));
  const logged = firstLogged(leaves);
  const findings: Finding[] = [];
  for (const [subject, order] of Object.entries(story.orders)) {
    const row = rows.get(subject);
    if (!row) {
      findings.push({ kind: 'paymentMissing', subject, proved: shown(order.amountFen) });
      continue;
    }
    if (row.amountFen !== order.amountFen) {
      const amounts = { proved: shown(order.amountFen), found: shown(row.amountFen) };
      findings.push({ kind: 'paymentDiffers', subject, at: 'amountFen', ...amounts });
    }
    if (!FITTING[order.end](row)) {
      findings.push({ kind: 'paymentDiffers', subject, at: 'state', proved: order.end, found: row.state });
    }
    if (order.end === 'credited') findings.push(...checkMoney(row, order.amountFen));
    findings.push(...checkPayee(row, logged.get(subject)));
  }
  for (const subject of rows.keys()) {
    if (!story.orders[subject]) findings.push({ kind: 'paymentAdded', subject, at: caseNo });
  }
  return findings;
}

/** What was logged of each order first: nothing that was logged later stands in its place. */
const firstLogged = (leaves: CaseEvidence['leaves']): ReadonlyMap<string, Ordered> =>
  new Map(
    leavesOf(leaves, 'ordered')
      .toReversed()
      .map((leaf) => [leaf.reference, leaf]),
  );

function checkMoney({ reference: subject, spentFen, bankFen }: PaymentRow, amountFen: number): Finding[] {
  const findings: Finding[] = [];
  if (spentFen !== amountFen) {
    findings.push({ kind: 'ledgerDiffers', subject, proved: shown(amountFen), found: shown(spentFen) });
  }
  if (bankFen !== null && bankFen !== amountFen) {
    findings.push({ kind: 'bankDiffers', subject, proved: shown(amountFen), found: shown(bankFen) });
  }
  return findings;
}

type Ordered = ReturnType<typeof leavesOf<'ordered'>>[number];

function checkPayee(row: PaymentRow, leaf: Ordered | undefined): Finding[] {
  const { reference: subject } = row;
  if (!leaf) return [{ kind: 'orderUnlogged', subject }];
  const fields = ['accountId', 'payeeSha256', 'bankName', 'remark', 'documentNo'] as const;
  return fields
    .filter((field) => row[field] !== leaf[field])
    .map((at) => ({ kind: 'payeeDiffers', subject, at, proved: leaf[at], found: row[at] }));
}
