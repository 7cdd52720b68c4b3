import type { Role } from '../domain/rules/roles.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from '../prisma/client.js';
import { enqueue } from '../prisma/outbox.js';

interface Told {
  /** What it follows from: told once, however often it is found. */
  readonly key: string;
  readonly caseNo: string;
  readonly role: Role;
  readonly subject: string;
  readonly text: string;
}

/** Writes by mail to the county's officials of a role about a case. */
export async function tellOfficials(tx: Tx, keyring: Keyring, told: Told): Promise<void> {
  const { key, caseNo, role, subject, text } = told;
  const countyCode = caseNo.slice(0, 6);
  const officials = await tx.official.findMany({
    where: { areaCode: countyCode, roles: { has: role }, active: true, email: { not: null } },
  });
  for (const { id, email } of officials) {
    await enqueue(tx, keyring, {
      ...{ dedupeKey: `${key}/${id}`, channel: 'mail', countyCode, to: email! },
      ...{ subject: `【直报】办件${caseNo}${subject}`, text: `办件${caseNo}：${text}` },
    });
  }
}
