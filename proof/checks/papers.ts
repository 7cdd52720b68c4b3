import type { Act } from '../../domain/schemas/act.js';
import type { CaseEvidence } from '../evidence.js';
import type { Finding } from '../finding.js';
import { leavesOf } from '../leaves.js';

/**
 * Papers are the ones that were submitted, and those that decisions relied on are there, byte for byte; once the archive
 * file is destroyed, as it is logged, their bytes may be gone.
 */
export function checkPapers({ caseNo: subject, leaves, papers }: CaseEvidence, acts: readonly Act[]): Finding[] {
  const findings: Finding[] = [];
  const isDestroyed = leavesOf(leaves, 'archiveAct').some(({ act }) => act === 'destroyed');
  const there = new Map(papers.map((paper) => [paper.sha256, paper]));
  for (const { kind: at, sha256 } of leavesOf(leaves, 'submitted').flatMap((leaf) => leaf.papers)) {
    const paper = there.get(sha256);
    if (paper?.kind === at) continue;
    const found = papers
      .filter(({ kind }) => kind === at)
      .map((other) => other.sha256)
      .join(' ');
    findings.push({ kind: 'paperSwapped', subject, at, proved: sha256, found });
  }
  for (const sha256 of new Set(acts.flatMap((act) => act.papers ?? []))) {
    if (!there.has(sha256)) findings.push({ kind: 'paperMissing', subject, proved: sha256 });
  }
  for (const { kind: at, sha256, storedSha256 } of papers) {
    if (storedSha256 === null) {
      if (!isDestroyed) findings.push({ kind: 'paperMissing', subject, at, proved: sha256 });
    } else if (storedSha256 !== sha256)
      findings.push({ kind: 'paperAltered', subject, at, proved: sha256, found: storedSha256 });
  }
  return findings;
}
