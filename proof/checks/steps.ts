import type { Strand } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { canonical, sha256 } from '../canonical.js';
import type { StepRow } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import type { RunTold } from '../read-run.js';

/** The steps of a strand, as the histories of its workflows have them: by their number. */
export type Steps = ReadonlyMap<number, Transition>;

/** What all runs of a strand have written together; a number that was written twice with another content is a finding. */
export function stepsOf(
  subject: string,
  strand: Strand,
  runs: readonly RunTold[],
): { steps: Steps; findings: Finding[] } {
  const steps = new Map<number, Transition>();
  const findings: Finding[] = [];
  for (const step of runs.flatMap((run) => run.steps)) {
    const known = steps.get(step.seq);
    if (known && canonical(known) !== canonical(step)) {
      findings.push({
        kind: 'stepDiffers',
        subject,
        at: `${strand}/${step.seq}`,
        proved: told(known),
        found: told(step),
      });
    }
    steps.set(step.seq, known ?? step);
  }
  return { steps: new Map([...steps].toSorted(([a], [b]) => a - b)), findings };
}

/** (3) Each step of the histories against the records. What a running case is writing may be on its way. */
export function checkSteps(
  subject: string,
  strand: Strand,
  { steps, rows, running }: { steps: Steps; rows: readonly StepRow[]; running: boolean },
): Finding[] {
  const recorded = new Map(rows.filter((row) => row.strand === strand).map((row) => [row.seq, row]));
  const lastWritten = Math.max(0, ...recorded.keys());
  const findings: Finding[] = [];
  for (const [seq, step] of steps) {
    const row = recorded.get(seq);
    const at = `${strand}/${seq}`;
    if (!row) {
      if (!running || seq < lastWritten) findings.push({ kind: 'stepMissing', subject, at, proved: told(step) });
      continue;
    }
    const found: Transition = stepIn(row);
    if (canonical(found) !== canonical(step)) {
      findings.push({ kind: 'stepDiffers', subject, at, proved: told(step), found: told(found) });
    } else if (row.digest !== sha256(canonical(step))) {
      findings.push({ kind: 'stepDiffers', subject, at, proved: sha256(canonical(step)), found: row.digest });
    }
  }
  for (const [seq, row] of recorded) {
    if (!steps.has(seq))
      findings.push({ kind: 'stepAdded', subject, at: `${strand}/${seq}`, found: told(stepIn(row)) });
  }
  return findings;
}

const stepIn = ({ seq, kind, at, body }: StepRow): Transition => ({ seq, kind, at, ...body }) as Transition;

/** A step in short: what kind, and what it holds. */
const told = (step: Transition): string => {
  const { kind, ...body } = step;
  return `${kind} ${shown(Object.fromEntries(Object.entries(body).filter(([name]) => name !== 'seq')))}`;
};
