import type { Finding, RestoreReport } from './findings.js';
import type { Ground } from './ground.js';
import { lostOf } from './lost.js';
import { runsInEngine, type StrandOf, strandNamed } from './stories.js';
import { lookAt } from './strands.js';

/** How far it came, of how many. */
export type Progress = (done: number, total: number) => void;

interface Which {
  /** Only this case. */
  readonly caseNo?: string | undefined;
  /** Told of each workflow whose records were filled up. */
  readonly onRefilled?: (workflowId: string) => Promise<void>;
}

/** What came of going through the engine's histories. */
export interface Rebuilt extends Pick<RestoreReport, 'refilled' | 'findings'> {
  /** Strands whose workflow does not go on from where the records are. */
  readonly stalled: readonly StrandOf[];
  /** IDs of the workflows of cases and batches. */
  readonly inEngine: ReadonlySet<string>;
}

/**
 * Refills the rows of cases from their histories, of one case or of all that the engine has. What stands in the records
 * stays, so it may be broken off and run again.
 */
export async function rebuild(
  ground: Ground,
  onProgress: Progress,
  { caseNo, onRefilled = () => Promise.resolve() }: Which = {},
): Promise<Rebuilt> {
  const runs = await runsInEngine(ground, caseNo);
  // A case comes before its review and its return: their rows build on its own.
  const workflowIds = [...runs.keys()].filter((id) => strandNamed(id) !== undefined).toSorted();
  const refilled: string[] = [];
  const stalled: StrandOf[] = [];
  const findings: Finding[] = [];
  for (const [index, workflowId] of workflowIds.entries()) {
    const strandOf = strandNamed(workflowId)!;
    const looked = await lookAt(ground, strandOf, runs.get(workflowId)!);
    if (looked.refilled) {
      refilled.push(workflowId);
      await onRefilled(workflowId);
    }
    if (looked.stalled) stalled.push(strandOf);
    if (looked.finding) findings.push(looked.finding);
    onProgress(index + 1, workflowIds.length);
  }
  return { refilled, stalled, findings, inEngine: new Set(runs.keys()) };
}

/** What the histories of these workflows do not have, case by case. */
export async function lostIn({ db }: Ground, refilled: readonly string[]): Promise<RestoreReport['lost']> {
  const caseNos = new Set(refilled.map((workflowId) => strandNamed(workflowId)!.caseNo));
  const lost: RestoreReport['lost'] = [];
  for (const caseNo of caseNos) {
    const of = await lostOf(db, caseNo);
    if (of) lost.push(of);
  }
  return lost;
}
