import type { Transition } from '../../domain/schemas/transition.js';
import { canonical } from '../canonical.js';
import { type Finding, shown } from '../finding.js';
import type { RunTold } from '../read-run.js';

/** What the workflow code came to with a run's history. */
export interface Replayed {
  readonly steps: readonly Transition[];
  /** Why it went another way; undefined where it went the way of the history. */
  readonly error?: string;
}

/** (2) Replayed, a run notes the steps that it wrote, with the same amounts; its answer is the outcome of the last one. */
export function checkReplay(subject: string, run: RunTold, { steps, error }: Replayed): Finding[] {
  if (error !== undefined) return [{ kind: 'replayFails', subject, at: run.runId, found: error }];
  const findings: Finding[] = [];
  const noted = new Map(steps.map((step) => [step.seq, step]));
  for (const step of run.steps) {
    const again = noted.get(step.seq);
    if (again && canonical(again) === canonical(step)) continue;
    findings.push({ kind: 'replayDiffers', subject, at: String(step.seq), proved: shown(again), found: shown(step) });
  }
  if (run.end === 'completed' && steps.length > run.steps.length) {
    findings.push({ kind: 'replayDiffers', subject, proved: shown(steps.at(-1)), found: shown(run.steps.at(-1)) });
  }
  return findings;
}

/** What a workflow answered is what it closed with. */
export function checkOutcome(subject: string, { end, outcome, steps }: RunTold): Finding[] {
  const closed = steps.findLast((step) => step.kind === 'closed');
  if (end !== 'completed' || closed === undefined || canonical(closed.outcome) === canonical(outcome)) return [];
  return [{ kind: 'outcomeDiffers', subject, proved: shown(outcome), found: shown(closed.outcome) }];
}
