import { signers } from '../../domain/rules/separation-of-duty.js';
import { boundAs } from '../../domain/rules/substitution.js';
import type { Act, Actor } from '../../domain/schemas/act.js';
import type { Person } from '../../domain/schemas/common.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Tx } from '../../prisma/client.js';
import { knownOfficials } from './officials.js';

/**
 * Who acted, by name, office and role. Households and helpers are named by what they are: what this goes into (the
 * answer to an act) is kept for good.
 */
export async function personsOf(tx: Tx, acts: readonly Act[]): Promise<(act: Act) => Person[]> {
  const known = await knownOfficials(tx, acts.flatMap(signers).flatMap(boundAs));
  const personOf = ({ id, role, inAbsenceOf }: Actor): Person => {
    const roleName = { code: role, ...ROLE_NAMES[role] };
    const absent = known.get(inAbsenceOf ?? '');
    return {
      ...{ name: ROLE_NAMES[role].zh, office: null, ...known.get(id), role: roleName },
      ...(absent && { inAbsenceOf: absent.name }),
    };
  };
  return (act) => signers(act).map(personOf);
}
