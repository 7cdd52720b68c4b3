import type { LeafOf } from '../domain/schemas/leaf.js';
import { sha256 } from '../platform/digest.js';
import type { Tx } from './client.js';
import type { SubstitutionModel } from './generated/models.js';
import { lastLogged, log } from './log-entries.js';
import type { SignLeaf } from './log-register.js';

/** 代理: what is logged of a substitution as it stands. */
export const substitutionLeaf = (row: SubstitutionModel): LeafOf<'substitution'> => ({
  ...{ kind: 'substitution', id: row.id, absentId: row.absentId, substituteId: row.substituteId },
  ...{ fromDay: row.fromDay, untilDay: row.untilDay, wordsSha256: sha256(row.id + row.words) },
  ...{ namedById: row.namedById, namedAt: row.namedAt.toISOString() },
  ...{ endedById: row.endedById, endedAt: row.endedAt?.toISOString() ?? null },
});

/** Who stands in for whom can't change unnoticed any more. Of one that is ended, what was logged before stays as it was. */
export async function logSubstitution(tx: Tx, sign: SignLeaf, row: SubstitutionModel): Promise<SubstitutionModel> {
  const leaf = substitutionLeaf(row);
  const { endedById, endedAt } = leaf;
  const named = (await lastLogged(tx, 'substitution', row.id)) ?? leaf;
  await log(tx, sign({ ...named, endedById, endedAt }));
  return row;
}
