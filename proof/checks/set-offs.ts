import type { CaseEvidence } from '../evidence.js';
import { type Finding, shown } from '../finding.js';
import type { Story } from '../story.js';

/** (4) 抵扣: what the case kept back for claims, against the ledger and against what came in under each claim. */
export function checkSetOffs({ setOffs = [] }: Pick<CaseEvidence, 'setOffs'>, story: Story): Finding[] {
  const rows = new Map(setOffs.map((row) => [`${row.reference}/${row.claim}`, row]));
  const subjects = new Set([...Object.keys(story.setOffs), ...rows.keys()]);
  return [...subjects].flatMap((subject) => {
    const proved = story.setOffs[subject];
    const { spentFen = null, receivedFen = null } = rows.get(subject) ?? {};
    return [spentFen, receivedFen]
      .filter((found) => found !== (proved ?? null))
      .map((found): Finding => ({ kind: 'ledgerDiffers', subject, proved: shown(proved), found: shown(found) }));
  });
}
