import { boundAs } from '../../domain/rules/substitution.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { Person } from '../../domain/schemas/common.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import type { CaseModel } from '../../prisma/generated/models.js';
import { applicantName } from '../../prisma/applicant.js';
import { openColumn } from '../../prisma/sealed.js';
import { coded } from './coded.js';
import { knownOfficials } from './officials.js';

/** The people behind the actors of one case: officials with their office, the household by its head. */
export async function whoActed(
  tx: Tx,
  keyring: Keyring,
  row: CaseModel,
  actors: readonly Actor[],
): Promise<(actor: Actor) => Person> {
  const names = await knownOfficials(tx, actors.flatMap(boundAs));
  const helpers = await knownHelpers(tx, keyring, row, actors);
  const household = { name: await applicantName(tx, keyring, row), office: null };
  const named = ({ id, role }: Actor) =>
    role === 'household' ? household : (role === 'helper' ? helpers : names).get(id);
  return (actor) => {
    const { role, inAbsenceOf } = actor;
    const { name, office } = named(actor) ?? { name: '—', office: null };
    const absent = names.get(inAbsenceOf ?? '');
    return { name, office, role: coded(ROLE_NAMES, role), ...(absent && { inAbsenceOf: absent.name }) };
  };
}

/** By the helper's ID: for a collective each of its village acts. */
async function knownHelpers(
  tx: Tx,
  keyring: Keyring,
  { countyCode }: CaseModel,
  actors: readonly Actor[],
): Promise<Map<string, { name: string; office: null }>> {
  const ids = actors.filter(({ role }) => role === 'helper').map(({ id }) => id);
  const helpers = await tx.helper.findMany({ where: { id: { in: ids } }, orderBy: { id: 'asc' } });
  const { key } = keyring.county(countyCode);
  const nameOf = (sealed: Uint8Array) => ({ name: openColumn(key, 'helperName', sealed), office: null });
  return new Map(helpers.map(({ id, nameSealed }) => [id, nameOf(nameSealed)]));
}
