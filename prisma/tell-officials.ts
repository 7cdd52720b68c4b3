import { countyOf } from '../domain/rules/county-of.js';
import type { Role } from '../domain/rules/roles.js';
import type { Keyring } from '../platform/keyring.js';
import type { Tx } from './client.js';
import { enqueue } from './outbox.js';

interface Told {
  /** What it follows from: told once, however often it is found. */
  readonly key: string;
  readonly role: Role;
  readonly subject: string;
  readonly text: string;
  /** Whose own doing it is. */
  readonly except?: string;
}

/** Writes by mail to the county's officials of a role about a case. */
export async function tellOfficials(tx: Tx, keyring: Keyring, told: Told & { readonly caseNo: string }): Promise<void> {
  const { caseNo, subject, text } = told;
  await tellCounty(tx, keyring, {
    ...{ ...told, countyCode: countyOf(caseNo) },
    ...{ subject: `【直报】办件${caseNo}${subject}`, text: `办件${caseNo}：${text}` },
  });
}

/** Writes by mail to the officials of an office about a case. */
export async function tellOffice(
  tx: Tx,
  keyring: Keyring,
  { key, caseNo, officeId, subject, text }: Omit<Told, 'role'> & { readonly caseNo: string; readonly officeId: string },
): Promise<void> {
  const officials = await tx.official.findMany({ where: { officeId, active: true, email: { not: null } } });
  for (const { id, email } of officials) {
    await enqueue(tx, keyring, {
      ...{ dedupeKey: `${key}/${id}`, channel: 'mail', countyCode: countyOf(caseNo), to: email! },
      ...{ subject: `【直报】办件${caseNo}${subject}`, text: `办件${caseNo}：${text}` },
    });
  }
}

/** Writes by mail to the county's officials of a role. */
export async function tellCounty(
  tx: Tx,
  keyring: Keyring,
  { key, countyCode, role, subject, text, except }: Told & { readonly countyCode: string },
): Promise<void> {
  const officials = await tx.official.findMany({
    where: { areaCode: countyCode, roles: { has: role }, active: true, email: { not: null } },
  });
  for (const { id, email } of officials) {
    if (id === except) continue;
    await enqueue(tx, keyring, {
      ...{ dedupeKey: `${key}/${id}`, channel: 'mail', countyCode, to: email! },
      ...{ subject, text },
    });
  }
}
