import { setTimeout } from 'node:timers/promises';
import { eventsIn, runsOf } from '../../platform/engine-history.js';
import { openJson } from '../../platform/open-json.js';
import { STRANDS, type Strand } from '../../domain/schemas/application.js';
import { sha256 } from '../../platform/digest.js';
import { workflowIdOf } from '../../platform/running-cases.js';
import { leavesOf } from '../../proof/leaves.js';
import type { CaseEvidence, WorkflowEvidence } from '../../proof/evidence.js';
import { choiceIn } from '../../prisma/payee-choices.js';
import { historyText, type SealedHistory, unpackHistory } from '../../proof/sealed-history.js';
import { openHistory } from '../../proof/open-history.js';
import { runText } from '../../proof/history-text.js';
import { type CaseRows, readRows } from './case-rows.js';
import { noticeRows } from './notice-evidence.js';
import { loanRow, paidLoanRow } from './loan-evidence.js';
import { goneOn } from './gone-on.js';
import {
  archiveRow,
  auditFindingRows,
  caseBeside,
  paperRow,
  paymentRow,
  setOffRows,
  wordsRows,
} from './row-evidence.js';
import { signedActIn } from './signed-acts.js';
import type { Sources } from './sources.js';

/** Everything there is about some cases; `caseNos` at most some hundreds. */
export async function collect(sources: Sources, caseNos: readonly string[]): Promise<CaseEvidence[]> {
  const collected = new Map<string, CaseEvidence>();
  for (let left = caseNos, looked = 1; left.length > 0; looked++) {
    const rows = await readRows(sources.db, left);
    const evidence = await Promise.all(left.map((caseNo) => evidenceOf(sources, rows(caseNo), caseNo)));
    for (const one of evidence) collected.set(one.caseNo, one);
    if (looked === MOST_LOOKS) break;
    left = await goneOn(sources.db, evidence);
    if (left.length > 0) await setTimeout(AGAIN_MS);
  }
  return caseNos.map((caseNo) => collected.get(caseNo)!);
}

/** How often a case is looked at that goes on while it is looked at, and how soon again. */
const MOST_LOOKS = 6;
const AGAIN_MS = 200;

async function evidenceOf(sources: Sources, rows: CaseRows, caseNo: string): Promise<CaseEvidence> {
  const { row, entries, events, signatures, objections, changes, seals } = rows;
  const leaves = entries.map(({ index, leaf }) => ({ index: index === null ? null : Number(index), leaf }));
  const marked = [...leavesOf(leaves, 'grown'), ...leavesOf(leaves, 'sealed')].map(({ workflowId }) => workflowId);
  const known = new Set([...marked, ...seals.map(({ workflowId }) => workflowId)]);
  for (const { strand } of events) known.add(workflowIdOf(caseNo, strand));
  if (row?.startedAt) known.add(workflowIdOf(caseNo, 'case'));
  const strands = STRANDS.filter((strand) => known.has(workflowIdOf(caseNo, strand)));
  const strandOf = (workflowId: string) => strands.find((strand) => workflowIdOf(caseNo, strand) === workflowId);
  const workflows = await Promise.all(
    [...known].map((workflowId) => workflowEvidence(sources, rows, workflowId, strandOf(workflowId))),
  );
  return {
    ...{ caseNo, leaves, strands, workflows, payments: rows.payments.map(paymentRow) },
    ...{ setOffs: setOffRows(rows), payees: rows.payees.map(choiceIn), archive: archiveRow(rows) },
    ...(row?.entitlementNo != null && { entitledPayees: rows.entitledPayees.map(choiceIn) }),
    row: row && {
      ...{ stage: row.stage, quantity: row.quantity, amountFen: Number(row.amountFen), rentMonths: row.rentMonths },
      running: row.running,
      ...{ decisionNo: row.decisionNo, outcome: row.outcome, householdId: row.householdId ?? '', input: row.input },
      ...{ programmeDigest: row.programmeDigest, policyDigest: row.policyDigest, beside: caseBeside(row, rows) },
      ...(row.payeeId !== null && { payeeId: row.payeeId }),
    },
    steps: events.map(({ strand, seq, kind, at, body, digest }) => ({
      ...{ strand, seq, kind, digest, at: at.getTime(), body: body as object },
    })),
    signatures: signatures.map(signedActIn),
    ...(rows.ofBundle && {
      ofBundle: {
        ...rows.ofBundle,
        openedAt: entries.find(({ kind }) => kind === 'submitted')?.at.getTime() ?? 0,
      },
    }),
    words: wordsRows(sources.keyring, rows),
    jointNotices: noticeRows(sources.keyring, rows, caseNo),
    ...{ auditFindings: auditFindingRows(rows), ...loanRow(rows), ...paidLoanRow(rows) },
    papers: await Promise.all(rows.papers.map((paper) => paperRow(sources.home, paper))),
    received: [...objections, ...changes].map(({ id }) => id),
  };
}

/** The history of a workflow: as it is sealed, or as the engine has it now. */
export async function workflowEvidence(
  { client, codec }: Pick<Sources, 'client' | 'codec'>,
  { row, seals, entries }: Pick<CaseRows, 'row' | 'seals' | 'entries'>,
  workflowId: string,
  strand: Strand | undefined,
): Promise<WorkflowEvidence> {
  const about = { workflowId, ...(strand && { strand }) };
  const kept = seals.findLast((seal) => seal.workflowId === workflowId);
  const sealed = kept && unpacked(kept.content);
  const seal = kept ? { named: kept.sha256, actual: sha256(kept.content) } : null;
  const marks = leavesOf(
    entries.map(({ leaf }) => ({ index: null, leaf })),
    'grown',
  );
  const isFurther = marks.some(
    (mark) => mark.workflowId === workflowId && !sealed?.runs.some(({ runId }) => runId === mark.runId),
  );
  if (kept && (!sealed || !isFurther)) return { ...about, running: false, seal, ...(await texts(codec, sealed)) };
  const inEngine = await runsOf(client, workflowId);
  if (inEngine.length === 0) return { ...about, running: row?.running ?? false, seal, ...(await texts(codec, sealed)) };
  const before = sealed?.runs.filter(({ runId }) => !inEngine.some((run) => run.runId === runId)) ?? [];
  const runs = [...before];
  for (const { runId } of inEngine) runs.push(runText(runId, await eventsIn(client, workflowId, runId)));
  const running = inEngine.at(-1)!.status.name === 'RUNNING';
  // What has been added since is not in the seal: its digests are not of this text.
  return { ...about, running, seal: null, ...(await texts(codec, { workflowId, runs })) };
}

function unpacked(content: Uint8Array): SealedHistory | undefined {
  try {
    return unpackHistory(content);
  } catch {
    return undefined;
  }
}

async function texts(codec: Sources['codec'], history: SealedHistory | undefined) {
  if (!history) return { text: null, opened: null };
  const text = historyText(history);
  try {
    return { text, opened: historyText(await openHistory((event) => openJson(codec, event), history)) };
  } catch {
    return { text, opened: null };
  }
}
