import type { WorkflowBundleOption } from '@temporalio/worker';
import { caseNoIn } from '../../domain/rules/case-number.js';
import { checkCase, checkRuns } from '../../proof/check-case.js';
import { type BundleEvidence, checkBundleActs } from '../../proof/checks/bundle-acts.js';
import { checkHistory } from '../../proof/checks/histories.js';
import type { Replayed } from '../../proof/checks/replays.js';
import type { CaseEvidence, Ground, WorkflowEvidence } from '../../proof/evidence.js';
import type { Finding } from '../../proof/finding.js';
import { bundleEvidence } from '../../api/evidence/bundle-evidence.js';
import { collect, workflowEvidence } from '../../api/evidence/collect.js';
import { groundOf } from '../../api/evidence/ground-of.js';
import { replayAll, runsToReplay, type ToReplay } from './replayer.js';
import type { Sources } from '../../api/evidence/sources.js';

/** What one process verifies with. */
export interface Verifier {
  readonly sources: Sources;
  readonly workflows: WorkflowBundleOption;
  /** Digests of histories that this bundle was replayed with before, and went well. */
  readonly replayed: ReadonlySet<string>;
}

/** What came of verifying a case, or another workflow. */
export interface Verified {
  readonly item: string;
  readonly findings: readonly Finding[];
  /** Histories that were replayed and went well. */
  readonly replayed: readonly string[];
}

/** Verifies cases (by number) and other workflows (by ID) together. */
export async function verifyItems(verifier: Verifier, items: readonly string[]): Promise<Verified[]> {
  const cases = await collect(verifier.sources, items.filter(isCase));
  const others = await Promise.all(items.filter((item) => !isCase(item)).map((id) => otherWorkflow(verifier, id)));
  // Asked for after them, it has everybody who acted in them.
  const ground = await groundOf(verifier.sources.db, verifier.sources.keyring);
  return await verifyEvidence({ ...verifier, ground }, [...cases, ...others]);
}

/** Whether it has the form of a case number, whoever gave it. */
const isCase = (item: string): boolean => caseNoIn(item) === item;

/** A workflow that is no case's: a payment batch, a bundle. */
interface OtherEvidence {
  readonly workflowId: string;
  readonly leaves: CaseEvidence['leaves'];
  readonly workflows: readonly [WorkflowEvidence];
  readonly bundle: BundleEvidence | undefined;
}

async function otherWorkflow({ sources }: Verifier, workflowId: string): Promise<OtherEvidence> {
  const entries = await sources.db.logEntry.findMany({ where: { subject: workflowId }, orderBy: { id: 'asc' } });
  const seals = await sources.db.seal.findMany({ where: { workflowId }, orderBy: { sealedAt: 'asc' } });
  const evidence = await workflowEvidence(sources, { row: null, entries, seals }, workflowId, undefined);
  const leaves = entries.map(({ index, leaf }) => ({ index: Number(index), leaf }));
  // Read after its history, it has what that knows of.
  const bundle = await bundleEvidence(sources.db, workflowId);
  return { workflowId, leaves, workflows: [evidence], bundle };
}

/** Replays what was not replayed before, and checks each. */
export async function verifyEvidence(
  { ground, workflows, replayed: before }: Omit<Verifier, 'sources'> & { readonly ground: Ground },
  all: readonly (CaseEvidence | OtherEvidence)[],
): Promise<Verified[]> {
  const runs = new Map(all.map((evidence) => [evidence, toReplay(evidence)]));
  const wanted = [...runs.values()].flat().filter(({ digest }) => !before.has(digest));
  const replayed = await replayAll(workflows, wanted);
  return all.map((evidence) => {
    const own = runs.get(evidence)!;
    const digests = new Map(own.map((run) => [`${run.workflowId}/${run.runId}`, run.digest]));
    const of = (workflowId: string, runId: string): Replayed | undefined =>
      replayed.get(digests.get(`${workflowId}/${runId}`) ?? '');
    const findings = 'caseNo' in evidence ? checkCase(evidence, ground, of).findings : checkOther(evidence, ground, of);
    const isWell = !findings.some(({ kind }) => kind === 'replayFails' || kind === 'replayDiffers');
    const item = 'caseNo' in evidence ? evidence.caseNo : evidence.workflowId;
    return {
      item,
      findings,
      replayed: isWell ? own.map(({ digest }) => digest).filter((one) => replayed.has(one)) : [],
    };
  });
}

function toReplay({ workflows }: CaseEvidence | OtherEvidence): ToReplay[] {
  return workflows.flatMap(({ opened }) => {
    try {
      return opened === null ? [] : runsToReplay(opened);
    } catch {
      // That it can't be read is found by the check of the history.
      return [];
    }
  });
}

function checkOther(
  { workflowId, leaves, workflows: [workflow], bundle }: OtherEvidence,
  ground: Ground,
  of: (workflowId: string, runId: string) => Replayed | undefined,
): Finding[] {
  const read = checkHistory(workflow, leaves, ground);
  const acts = bundle ? checkBundleActs(workflowId, read.runs, bundle, ground) : [];
  return [...read.findings, ...checkRuns([read], of), ...acts];
}
