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
  const applicants = {
    household: await applicantName(tx, keyring, row),
    helper: await helperName(tx, keyring, row),
  };
  return ({ id, role, inAbsenceOf }) => {
    const isApplicant = role === 'household' || role === 'helper';
    const { name, office } = isApplicant
      ? { name: applicants[role], office: null }
      : (names.get(id) ?? { name: '—', office: null });
    const absent = names.get(inAbsenceOf ?? '');
    return { name, office, role: coded(ROLE_NAMES, role), ...(absent && { inAbsenceOf: absent.name }) };
  };
}

async function helperName(tx: Tx, keyring: Keyring, { helperId, countyCode }: CaseModel): Promise<string> {
  const helper = helperId === null ? null : await tx.helper.findUnique({ where: { id: helperId } });
  return helper ? openColumn(keyring.county(countyCode).key, 'helperName', helper.nameSealed) : '—';
}
