import type { LeafOf } from '../domain/schemas/leaf.js';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { SubstitutionModel } from './generated/models.js';
import { log } from './log-entries.js';

/** 代理: what is logged of a substitution as it stands. */
export const substitutionLeaf = (row: SubstitutionModel): LeafOf<'substitution'> => ({
  ...{ kind: 'substitution', id: row.id, absentId: row.absentId, substituteId: row.substituteId },
  ...{ fromDay: row.fromDay, untilDay: row.untilDay, wordsSha256: sha256(row.id + row.words) },
  ...{ namedById: row.namedById, namedAt: row.namedAt.toISOString() },
  ...{ endedById: row.endedById, endedAt: row.endedAt?.toISOString() ?? null },
});

/** Who stands in for whom can't change unnoticed any more. */
export async function logSubstitution(tx: Tx, row: SubstitutionModel): Promise<SubstitutionModel> {
  await log(tx, substitutionLeaf(row));
  return row;
}
