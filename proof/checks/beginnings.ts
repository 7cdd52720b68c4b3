import type { Application } from '../../domain/schemas/application.js';
import { canonical, sha256 } from '../canonical.js';
import type { CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { leavesOf } from '../leaves.js';
import type { RunTold } from '../read-run.js';

/**
 * (1) What the runs of a case began with against what was logged when it was submitted: another rate, another household.
 * What its bundle or a restore adds to that is looked at with the acts and the steps.
 */
export function checkBeginnings({ caseNo: subject, leaves, row }: CaseEvidence, runs: readonly RunTold[]): Finding[] {
  const [leaf] = leavesOf(leaves, 'submitted');
  if (!leaf || !row) return [];
  const submitted = row.input as Readonly<Record<string, unknown>>;
  return runs.flatMap(({ runId, input }) => {
    const { bundle, recorded: _, ...rest } = input as Application & Readonly<Record<string, unknown>>;
    const began = { ...rest, ...(bundle && 'bundle' in submitted && { bundle: { ...bundle, acts: [] } }) };
    if (sha256(canonical(began)) === leaf.inputSha256) return [];
    const found: Readonly<Record<string, unknown>> = began;
    return [...new Set([...Object.keys(submitted), ...Object.keys(found)])]
      .filter((field) => canonical(submitted[field] ?? null) !== canonical(found[field] ?? null))
      .map((field) => ({
        ...{ kind: 'beginningDiffers' as const, subject, at: `${runId} ${field}` },
        ...{ proved: shown(submitted[field]), found: shown(found[field]) },
      }));
  });
}
