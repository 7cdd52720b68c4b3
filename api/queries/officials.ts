import type { Person } from '../../domain/schemas/common.js';
import type { Tx } from '../../prisma/client.js';

/** The officials among these IDs, by name and office. */
export async function knownOfficials(
  tx: Tx,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Pick<Person, 'name' | 'office'>>> {
  const rows = await tx.official.findMany({ where: { id: { in: [...new Set(ids)] } }, include: { office: true } });
  return new Map(rows.map(({ id, name, office }) => [id, { name, office: office.name }]));
}

/** Officials by their ID, as whoever may see what they did reads it; `forId`: in whose place one of them acted. */
export async function officialsBy(
  tx: Tx,
  ids: readonly (string | null | undefined)[],
): Promise<(id: string, forId?: string | null) => Person> {
  const known = await knownOfficials(
    tx,
    ids.filter((id) => typeof id === 'string'),
  );
  return (id, forId) => {
    const absent = known.get(forId ?? '');
    const person = { name: id, office: null, ...known.get(id), role: null };
    return absent ? { ...person, inAbsenceOf: absent.name } : person;
  };
}
