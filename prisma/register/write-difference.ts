import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../client.js';
import type { Difference } from './compare-household.js';
import type { FileHousehold, FileMember } from './file-households.js';
import type { KnownHousehold, KnownMember } from './known-households.js';
import { householdColumns, memberColumns, newAccount, newMember } from './new-household.js';
import { HEAD } from './register-household.js';

/** Writes what a file changes in a household that is known. */
export async function writeDifference(
  tx: Tx,
  keyring: Keyring,
  household: { known: KnownHousehold; told: FileHousehold; difference: Difference },
  reportedBy: string,
): Promise<void> {
  const { known, told, difference } = household;
  if (difference.household) {
    const data = householdColumns(keyring, known.key, { ...told, ...keptWhereEmpty(known, told) });
    await tx.household.update({ where: { id: known.id }, data });
  }
  for (const { known: member, told: now } of difference.updated) {
    await tx.member.update({
      where: { id: member.id },
      data: memberColumns(keyring, known.key, { ...now, ...factsKept(member, now) }),
    });
  }
  await addMembers(tx, keyring, known, difference);
  await addAccounts(tx, keyring, known, difference);
  await tx.householdChange.createMany({
    data: difference.changes.map((change) => ({ ...change, householdId: known.id, reportedBy })),
  });
}

const keptWhereEmpty = (known: KnownHousehold, told: FileHousehold) => ({
  phone: told.phone ?? known.phone,
  address: told.address ?? known.address,
  incomeFen: told.incomeFen ?? known.incomeFen,
});

const factsKept = (known: KnownMember, told: FileMember) => ({
  disability: told.disability ?? known.disability,
  minority: told.minority ?? known.minority,
});

/** New members come last; then whoever is the head now changes places with whoever was. */
async function addMembers(tx: Tx, keyring: Keyring, known: KnownHousehold, { added }: Difference): Promise<void> {
  const last = Math.max(0, ...known.members.map(({ position }) => position));
  const rows = added.map((member, index) => newMember(keyring, known.key, known.id, last + 1 + index, member));
  await tx.member.createMany({ data: rows });
  const head = await tx.member.findFirst({ where: { householdId: known.id, relation: HEAD } });
  if (head === null || head.position === 1) return;
  const { position } = head;
  // A place is taken by one member at a time.
  await tx.member.update({ where: { id: head.id }, data: { position: 0 } });
  await tx.member.updateMany({ where: { householdId: known.id, position: 1 }, data: { position } });
  await tx.member.update({ where: { id: head.id }, data: { position: 1 } });
}

/** A new account of the head becomes the one where subsidies go; so does another member's where there is none. */
async function addAccounts(tx: Tx, keyring: Keyring, known: KnownHousehold, { accounts }: Difference): Promise<void> {
  if (accounts.length === 0) return;
  const householdId = known.id;
  const members = await tx.member.findMany({ where: { householdId }, select: { id: true, idNumberHash: true } });
  let receiving = known.accounts.some(({ current }) => current);
  for (const { account, relation, idNumber } of accounts) {
    const memberId = members.find(({ idNumberHash }) => idNumberHash === keyring.lookup('idNumber', idNumber))?.id;
    if (account === null || memberId === undefined) continue;
    const current = relation === HEAD || !receiving;
    if (current) await tx.account.updateMany({ where: { householdId, current }, data: { current: false } });
    await tx.account.create({ data: newAccount(keyring, known.key, { householdId, memberId, account, current }) });
    receiving ||= current;
  }
}
