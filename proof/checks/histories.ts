import type { LeafOf } from '../../domain/schemas/leaf.js';
import { sha256 } from '../canonical.js';
import type { CaseEvidence, Ground, WorkflowEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { broken, type RunText } from '../history-text.js';
import { leavesOf } from '../leaves.js';
import { readRun, type RunTold } from '../read-run.js';
import { readHistoryText } from '../sealed-history.js';

/** A workflow's history as it was read, and what is wrong with it. */
export interface ReadWorkflow {
  readonly workflow: WorkflowEvidence;
  readonly runs: readonly RunTold[];
  readonly findings: readonly Finding[];
}

/** (1) Each history against the log: whole, unaltered, and going on from every mark that was made of it on the way. */
export function checkHistory(
  workflow: WorkflowEvidence,
  leaves: CaseEvidence['leaves'],
  ground: Pick<Ground, 'restores'>,
): ReadWorkflow {
  const { workflowId: subject } = workflow;
  const marks = leavesOf(leaves, 'grown').filter(({ workflowId }) => workflowId === subject);
  const sealed = leavesOf(leaves, 'sealed').filter(({ workflowId }) => workflowId === subject);
  const findings = [...checkSeal(workflow, sealed)];
  if (workflow.text === null || workflow.opened === null) {
    const kind = workflow.text !== null ? 'historyUnreadable' : workflow.running ? 'historyMissing' : 'sealMissing';
    return { workflow, runs: [], findings: [...findings, { kind, subject }] };
  }
  const texts = readHistoryText(workflow.text).runs;
  findings.push(...checkMarks(subject, texts, [...marks, ...sealed.flatMap(({ runs }) => runs)]));
  try {
    const runs = readHistoryText(workflow.opened).runs.map(readRun);
    return { workflow, runs, findings: [...findings, ...checkEnds(subject, runs, ground)] };
  } catch {
    return { workflow, runs: [], findings: [...findings, { kind: 'historyUnreadable', subject }] };
  }
}

function checkSeal(
  { workflowId: subject, seal, opened }: WorkflowEvidence,
  sealed: readonly LeafOf<'sealed'>[],
): Finding[] {
  const leaf = sealed.at(-1);
  if (!seal) return leaf ? [{ kind: 'sealMissing', subject, proved: leaf.sha256 }] : [];
  if (!leaf) return [{ kind: 'sealUnlogged', subject, found: seal.named }];
  if (seal.actual !== leaf.sha256) return [{ kind: 'sealAltered', subject, proved: leaf.sha256, found: seal.actual }];
  if (opened !== null && sha256(opened) !== leaf.openedSha256) return [{ kind: 'sealUnopened', subject }];
  return [];
}

function checkMarks(
  subject: string,
  runs: readonly RunText[],
  marks: readonly { runId: string; lastEventId: number; chain: string }[],
): Finding[] {
  return broken(runs, marks)
    .slice(0, 1)
    .map(({ runId, lastEventId }) => {
      const run = runs.find((one) => one.runId === runId);
      const found = run ? `${runId}/${run.events.length}` : runs.map((one) => one.runId).join(' ');
      return { kind: 'historyBroken', subject, at: `event ${lastEventId}`, proved: `${runId}/${lastEventId}`, found };
    });
}

function checkEnds(subject: string, runs: readonly RunTold[], { restores }: Pick<Ground, 'restores'>): Finding[] {
  return runs.flatMap((run, index): Finding[] => {
    const next = runs[index + 1];
    // After a restore that was signed for, a workflow is begun anew from its records in place of one that knows less.
    const begunAnew = restores > 0 && (next?.input as { recorded?: unknown } | undefined)?.recorded !== undefined;
    const ends: Finding[] = [];
    if (run.end === 'terminated' && !begunAnew) ends.push({ kind: 'runTerminated', subject, found: run.runId });
    if (run.end === 'failed') ends.push({ kind: 'runFailed', subject, found: run.runId });
    return [
      ...ends,
      ...run.resets.map((eventId) => ({
        kind: 'runReset' as const,
        subject,
        at: `event ${eventId}`,
        found: shown(run.runId),
      })),
    ];
  });
}
