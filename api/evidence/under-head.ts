import { STATE_AFTER } from '../../domain/rules/audit-findings.js';
import type { AuditFindingRow, CaseEvidence } from '../../proof/evidence.js';
import { leavesOf } from '../../proof/leaves.js';

/** Auditors' findings as they stood under a head of so many leaves: what was said since, its pack cannot prove. */
export function findingsUnderHead({ leaves, auditFindings = [] }: CaseEvidence, size: bigint): AuditFindingRow[] {
  const since = leavesOf(
    leaves.filter(({ index }) => index === null || BigInt(index) >= size),
    'finding',
  );
  const later = new Set(since.map(({ actId }) => actId));
  return auditFindings.flatMap((finding) => {
    const acts = finding.acts.filter(({ actId }) => !later.has(actId));
    if (acts.length === finding.acts.length) return [finding];
    const last = acts.at(-1);
    return last ? [{ ...finding, acts, state: STATE_AFTER[last.act] }] : [];
  });
}
