import type { Person } from '../../domain/schemas/common.js';
import type { Tx } from '../../prisma/client.js';

/** Officials by their ID, as whoever may see what they did reads it. */
export async function officialsBy(tx: Tx, ids: readonly (string | null)[]): Promise<(id: string) => Person> {
  const wanted = ids.filter((id) => id !== null);
  const rows = await tx.official.findMany({ where: { id: { in: [...new Set(wanted)] } }, include: { office: true } });
  const known = new Map(rows.map((row) => [row.id, row]));
  return (id) => {
    const official = known.get(id);
    return { name: official?.name ?? id, office: official?.office.name ?? null, role: null };
  };
}
