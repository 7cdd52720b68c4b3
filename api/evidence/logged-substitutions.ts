import { atOnce, type Tx } from '../../prisma/client.js';
import { substitutionLeaf } from '../../prisma/log-substitution.js';
import { canonical } from '../../proof/canonical.js';
import { type Finding, shown } from '../../proof/finding.js';
import { parseLeaf } from '../../proof/leaves.js';

/** 代理: substitutions as they stand, against what was last logged of each: none of them gone, none added. */
export async function checkSubstitutions(db: Tx): Promise<Finding[]> {
  const { entries, rows } = await atOnce(db, async (tx) => ({
    entries: await tx.logEntry.findMany({ where: { kind: 'substitution' }, orderBy: { id: 'asc' } }),
    rows: await tx.substitution.findMany({ orderBy: { id: 'asc' } }),
  }));
  const logged = new Map(entries.map(({ subject, leaf }) => [subject, parseLeaf(leaf)]));
  const there = new Map(rows.map((row) => [row.id, substitutionLeaf(row)]));
  const altered = [...logged].flatMap(([subject, leaf]): Finding[] => {
    const found = there.get(subject);
    if (found && leaf && canonical(found) === canonical(leaf)) return [];
    return [{ kind: 'substitutionDiffers', subject, proved: shown(leaf), found: shown(found) }];
  });
  const added = [...there].filter(([subject]) => !logged.has(subject));
  return [
    ...altered,
    ...added.map(([subject, row]): Finding => ({ kind: 'substitutionUnlogged', subject, found: shown(row) })),
  ];
}
