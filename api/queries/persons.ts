import { signers } from '../../domain/rules/separation-of-duty.js';
import type { Act, Actor } from '../../domain/schemas/act.js';
import type { Person } from '../../domain/schemas/common.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Tx } from '../../prisma/client.js';

/**
 * Who acted, by name, office and role. Households and helpers are named by what they are: what this goes into (the
 * answer to an act) is kept for good.
 */
export async function personsOf(tx: Tx, acts: readonly Act[]): Promise<(act: Act) => Person[]> {
  const ids = acts.flatMap(signers).map(({ id }) => id);
  const officials = await tx.official.findMany({ where: { id: { in: [...new Set(ids)] } }, include: { office: true } });
  const known = new Map(officials.map((official) => [official.id, official]));
  const personOf = ({ id, role }: Actor): Person => {
    const official = known.get(id);
    const roleName = { code: role, ...ROLE_NAMES[role] };
    return { name: official?.name ?? ROLE_NAMES[role].zh, office: official?.office.name ?? null, role: roleName };
  };
  return (act) => signers(act).map(personOf);
}
