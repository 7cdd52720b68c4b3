import { subsidyFen } from '../domain/rules/amounts.js';
import { choiceOfApplication } from '../domain/rules/payee-choice.js';
import type { Application } from '../domain/schemas/application.js';
import { checkArchive } from './checks/archives.js';
import { checkActs } from './checks/acts.js';
import { checkBeginnings } from './checks/beginnings.js';
import { checkBundleBeginnings } from './checks/bundle-beginnings.js';
import { checkAuditFindings } from './checks/audit-findings.js';
import { checkHistory, type ReadWorkflow } from './checks/histories.js';
import { checkLoans } from './checks/loans.js';
import { checkEntitled, checkPayees } from './checks/payees.js';
import { checkNotices } from './checks/notices.js';
import { checkPapers } from './checks/papers.js';
import { checkOutcome, checkReplay, type Replayed } from './checks/replays.js';
import { checkBeside, checkOrders, checkShown, checkSubmission } from './checks/shown-case.js';
import { checkSetOffs } from './checks/set-offs.js';
import { checkSignals } from './checks/signals.js';
import { checkSteps, stepsOf } from './checks/steps.js';
import { checkWords } from './checks/words.js';
import type { CaseEvidence, Ground } from './evidence.js';
import type { Finding } from './finding.js';
import { beginning, fold, type Story } from './story.js';

/** What the code comes to with a run of a workflow; undefined where it was not asked. */
export type Replays = (workflowId: string, runId: string) => Replayed | undefined;

/** Everything that can be checked about one case. Its story is what its histories come to. */
export function checkCase(
  evidence: CaseEvidence,
  ground: Ground,
  replays: Replays,
): { findings: Finding[]; story: Story } {
  const read = evidence.workflows.map((workflow) => checkHistory(workflow, evidence.leaves, ground));
  const findings = [...checkSubmission(evidence), ...read.flatMap((one) => one.findings)];
  let story = beginningOf(evidence);
  for (const strand of evidence.strands) {
    const own = read.filter(({ workflow }) => workflow.strand === strand);
    const runs = own.flatMap((one) => one.runs);
    const running = own.some(({ workflow }) => workflow.running);
    const written = stepsOf(evidence.caseNo, strand, runs);
    findings.push(...written.findings);
    // Without its history a strand is not held against it: that it is missing was said.
    if (runs.length === 0) {
      if (own.length === 0) findings.push({ kind: 'historyMissing', subject: evidence.caseNo, at: strand });
      continue;
    }
    findings.push(...checkSteps(evidence.caseNo, strand, { steps: written.steps, rows: evidence.steps, running }));
    findings.push(...checkActs(evidence, strand, runs, ground));
    if (strand === 'case')
      findings.push(...checkBeginnings(evidence, runs), ...checkBundleBeginnings(evidence, runs, ground));
    const lastWritten = Math.max(0, ...evidence.steps.filter((row) => row.strand === strand).map(({ seq }) => seq));
    // What a running case is writing is not shown yet.
    for (const step of written.steps.values())
      if (!running || step.seq <= lastWritten) story = fold(story, strand, step);
  }
  findings.push(...checkRuns(read, replays));
  const all = read.flatMap(({ runs }) => runs);
  if (read.every(({ runs }) => runs.length > 0)) {
    findings.push(...checkShown(evidence, story), ...checkBeside(evidence, story));
    findings.push(...checkOrders(evidence, story), ...checkSetOffs(evidence, story));
    findings.push(...checkPayees(evidence, story), ...checkLoans(evidence, story));
  }
  findings.push(...checkEntitled(evidence), ...checkSignals(evidence, all));
  const acts = all.flatMap((run) => run.acts.map(({ act }) => act));
  findings.push(...checkNotices(evidence, all, ground));
  findings.push(...checkPapers(evidence, acts), ...checkWords(evidence, acts));
  findings.push(...checkAuditFindings(evidence), ...checkArchive(evidence));
  return { findings, story };
}

/** What each run answered, and what the code comes to with it. */
export function checkRuns(read: readonly ReadWorkflow[], replays: Replays): Finding[] {
  return read.flatMap(({ workflow: { workflowId }, runs }) =>
    runs.flatMap((run) => {
      const replayed = replays(workflowId, run.runId);
      return [...checkOutcome(workflowId, run), ...(replayed ? checkReplay(workflowId, run, replayed) : [])];
    }),
  );
}

function beginningOf({ row }: CaseEvidence): Story {
  const input = row?.input as Application | undefined;
  if (!input) return beginning(0, 0);
  return beginning(input.quantity, subsidyFen(input.standard, input.quantity), choiceOfApplication(input));
}
