import type { Application } from '../../domain/schemas/application.js';
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

/** (3) By what cases are found and counted, against what they began with and what their histories come to. */
export function checkBeside({ caseNo: subject, row }: CaseEvidence, story: Story): Finding[] {
  if (!row?.beside) return [];
  const { applied, programmeCode, closedAt, review } = row.beside;
  const { areaCode, bundle, helperId = null, personId = null, run } = row.input as Application;
  const reviewed = story.review?.kind === 'reviewed' ? story.review : { finding: null, score: null };
  const proved: Readonly<Record<string, unknown>> = {
    ...{ areaCode, programmeCode, helperId, personId },
    ...{ bundleNo: bundle?.no ?? null, entitlementNo: run?.entitlementNo ?? null },
    ...{ closedAt: story.closedAt, finding: reviewed.finding, score: reviewed.score },
  };
  return Object.entries({ ...applied, closedAt, ...review })
    .filter(([field, found]) => found !== proved[field])
    .map(([at, found]) => ({ kind: 'caseDiffers', subject, at, proved: shown(proved[at]), found: shown(found) }));
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
    findings.push(...checkSigners(row, order));
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

function checkSigners({ reference: subject, signers }: PaymentRow, order: Order): Finding[] {
  if (!signers) return [];
  return (['preparedById', 'reviewedById', 'thirdById'] as const)
    .filter((field) => signers[field] !== order[field])
    .map((at) => ({ kind: 'paymentDiffers', subject, at, proved: shown(order[at]), found: shown(signers[at]) }));
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
