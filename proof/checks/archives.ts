import { canonical } from '../canonical.js';
import type { ArchiveRow, CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import { parseLeaf } from '../leaves.js';

/** 档案: the file of a case is what was logged of it, and what was destroyed or erased was so by an act. */
export function checkArchive({ caseNo: subject, leaves, archive, words }: CaseEvidence): Finding[] {
  if (archive === undefined) return [];
  const logged = leaves.flatMap(({ leaf }) => parseLeaf(leaf) ?? []);
  const findings = differences(subject, fileIn(logged), archive);
  const isErased = logged.some(({ kind }) => kind === 'erased');
  if (!isErased && words?.some(({ storedSha256 }) => storedSha256 === null))
    findings.push({ kind: 'erasedUnlogged', subject });
  return findings;
}

function differences(subject: string, proved: ArchiveRow | null, found: ArchiveRow | null): Finding[] {
  if (!proved || !found) {
    const archiveNos = { proved: shown(proved?.archiveNo), found: shown(found?.archiveNo) };
    return proved === found ? [] : [{ kind: 'archiveDiffers', subject, ...archiveNos }];
  }
  return (Object.keys(proved) as (keyof ArchiveRow)[])
    .filter((at) => canonical(proved[at]) !== canonical(found[at]))
    .map((at) => ({ kind: 'archiveDiffers', subject, at, proved: shown(proved[at]), found: shown(found[at]) }));
}

type Logged = NonNullable<ReturnType<typeof parseLeaf>>;

/** What the leaves come to, one after the other. */
const fileIn = (logged: readonly Logged[]): ArchiveRow | null => logged.reduce(then, null as ArchiveRow | null);

function then(file: ArchiveRow | null, leaf: Logged): ArchiveRow | null {
  if (leaf.kind === 'archived') {
    const { archiveNo, recordKind: kind, term, closedOn, keptUntil, pieces, catalogueSha256 } = leaf;
    const { state, appraisal } = file ?? { state: 'kept', appraisal: null };
    return { archiveNo, kind, term, closedOn, keptUntil, pieces, catalogueSha256, state, appraisal };
  }
  if (leaf.kind !== 'archiveAct' || !file) return file;
  const { act, appraisal = file.appraisal, keptUntil = file.keptUntil } = leaf;
  return { ...file, appraisal, keptUntil, state: act === 'handedOver' || act === 'destroyed' ? act : file.state };
}
