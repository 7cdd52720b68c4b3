import type { Tx } from './client.js';

/** Officials who are related to a household: recused in everything that concerns it. */
export async function relatedOfficials(tx: Tx, householdId: string | null): Promise<string[]> {
  if (householdId === null) return [];
  const kin = await tx.kinship.findMany({ where: { householdId, officialId: { not: null } } });
  return kin.flatMap(({ officialId }) => officialId ?? []);
}

/** Whether an official is related to a household. */
export const isRelated = async (tx: Tx, officialId: string, householdId: string | null): Promise<boolean> =>
  householdId !== null && (await tx.kinship.count({ where: { officialId, householdId } })) > 0;
