import { STATE_AFTER } from '../../domain/rules/audit-findings.js';
import type { LeafOf } from '../../domain/schemas/leaf.js';
import type { CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { leavesOf } from '../leaves.js';

type Said = LeafOf<'finding'>;

/** 审计问题: what auditors and offices said about a case, and how each of its findings stands, against the log. */
export function checkAuditFindings({
  caseNo: subject,
  leaves,
  auditFindings = [],
}: Pick<CaseEvidence, 'caseNo' | 'leaves' | 'auditFindings'>): Finding[] {
  const logged = leavesOf(leaves, 'finding');
  const rows = auditFindings.flatMap(({ acts }) => acts);
  const rowOf = new Map(rows.map((row) => [row.actId, row]));
  const loggedActs = new Set(logged.map(({ actId }) => actId));
  const last = new Map(logged.map(({ findingId, act }) => [findingId, act]));
  return [
    ...logged.flatMap((leaf) => checkSaid(subject, leaf, rowOf.get(leaf.actId))),
    ...rows
      .filter(({ actId }) => !loggedActs.has(actId))
      .map((row): Finding => ({ kind: 'auditFindingUnlogged', subject, at: atOf(row), found: row.byId })),
    ...auditFindings.flatMap(({ findingId, state: found }): Finding[] => {
      const act = last.get(findingId);
      const proved = act && STATE_AFTER[act];
      if (!proved || proved === found) return [];
      return [{ kind: 'auditFindingDiffers', subject, at: `${findingId} state`, proved, found }];
    }),
  ];
}

function checkSaid(subject: string, leaf: Said, row: Said | undefined): Finding[] {
  if (!row) return [{ kind: 'auditFindingMissing', subject, at: atOf(leaf), proved: leaf.byId }];
  return (Object.keys(leaf) as (keyof Said)[])
    .filter((field) => leaf[field] !== row[field])
    .map((field) => ({
      ...{ kind: 'auditFindingDiffers', subject, at: `${atOf(leaf)} ${field}` },
      ...{ proved: shown(leaf[field]), found: shown(row[field]) },
    }));
}

const atOf = ({ findingId, act }: Said): string => `${findingId} ${act}`;
