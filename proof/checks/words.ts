import type { Act } from '../../domain/schemas/act.js';
import type { CaseEvidence } from '../evidence.js';
import type { Finding } from '../finding.js';

/** What people wrote is what their acts name, and reads as it did; of an erased household nothing is left to be read. */
export function checkWords(
  { caseNo: subject, words }: Pick<CaseEvidence, 'caseNo' | 'words'>,
  acts: readonly Act[],
): Finding[] {
  if (!words) return [];
  const findings: Finding[] = [];
  const there = new Map(words.map((row) => [row.ref, row]));
  for (const { ref: at, sha256: proved } of acts.flatMap((act) => act.words ?? [])) {
    const found = there.get(at)?.sha256;
    if (found === undefined) findings.push({ kind: 'wordsMissing', subject, at, proved });
    else if (found !== proved) findings.push({ kind: 'wordsAltered', subject, at, proved, found });
  }
  for (const { ref: at, sha256: proved, storedSha256: found } of words) {
    if (found !== null && found !== proved) findings.push({ kind: 'wordsAltered', subject, at, proved, found });
  }
  return findings;
}
