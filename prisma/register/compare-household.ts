import { HOUSEHOLD_COLUMNS } from '../../domain/schemas/register-row.js';
import type { Keyring } from '../../platform/keyring.js';
import type { FileHousehold, FileMember } from './file-households.js';
import { changeOfNewMember, changeOfStatus, type Change } from './household-changes.js';
import type { KnownHousehold, KnownMember } from './known-households.js';
import { HEAD } from './register-household.js';
import { rejection, type Rejection } from './rejection.js';

/** What a file changes in a household that is known. */
export interface Difference {
  /** Whether anything of the household itself differs. */
  household: boolean;
  updated: { known: KnownMember; told: FileMember }[];
  added: FileMember[];
  /** Accounts that the household did not have. */
  accounts: FileMember[];
  /** What its running cases must be told. */
  changes: Change[];
  rejections: Rejection[];
}

/**
 * Compares a household with what a file tells of it. A member of whom the file says nothing stays; so do the phone,
 * the address and the income where the file leaves them empty, and the account where subsidies go when it is known already.
 *
 * @param today the date of the import, `YYYY-MM-DD`
 */
export function compareHousehold(
  known: KnownHousehold,
  told: FileHousehold,
  keyring: Keyring,
  today: string,
): Difference {
  const pairs = told.members.map((member) => ({ told: member, known: knownMember(known, told, member, keyring) }));
  const risen = pairs.filter(({ known: before, told: { status } }) => before?.status === 'dead' && status !== 'dead');
  const kept = pairs.filter((pair) => !risen.includes(pair));
  const added = kept.flatMap((pair) => (pair.known ? [] : [pair.told]));
  const updated = kept.flatMap((pair) => (pair.known ? [{ known: pair.known, told: pair.told }] : []));
  const difference = {
    household: HOUSEHOLD_COLUMNS.some((column) => differs(column, known, told)),
    updated: updated.filter((pair) => memberDiffers(pair.known, pair.told, keyring)),
    added,
    accounts: kept.flatMap(({ told: member }) => (isNewAccount(known, member, keyring) ? [member] : [])),
    changes: [
      ...(known.villageCode === told.villageCode ? [] : [{ kind: 'move', occurredOn: today } as const]),
      ...updated.flatMap((pair) => changeOfStatus(pair.known, pair.told)),
      ...added.flatMap((member) => changeOfNewMember(member, today)),
    ],
    rejections: risen.map(({ told: { line } }) =>
      rejection(line, '该成员已登记为死亡，请先核实', 'the member is registered as dead: look into it first'),
    ),
  };
  return headsAfter(known, updated, added) === 1 ? difference : nothingOf(told, difference.rejections);
}

/** Known by the identity number; or, where that was corrected, by the name. */
function knownMember(known: KnownHousehold, told: FileHousehold, member: FileMember, keyring: Keyring) {
  const hash = keyring.lookup('idNumber', member.idNumber);
  const same = known.members.find(({ idNumberHash }) => idNumberHash === hash);
  if (same) return same;
  const toldHashes = new Set(told.members.map(({ idNumber }) => keyring.lookup('idNumber', idNumber)));
  const namesakes = known.members.filter(
    ({ name, idNumberHash }) => name === member.name && !toldHashes.has(idNumberHash),
  );
  const namesTold = told.members.filter(({ name }) => name === member.name);
  return namesakes.length === 1 && namesTold.length === 1 ? namesakes[0] : undefined;
}

const KEPT_WHERE_EMPTY: readonly (typeof HOUSEHOLD_COLUMNS)[number][] = ['phone', 'address', 'incomeFen'];

function differs(column: (typeof HOUSEHOLD_COLUMNS)[number], known: KnownHousehold, told: FileHousehold): boolean {
  const leftEmpty = told[column] === null && KEPT_WHERE_EMPTY.includes(column);
  return !leftEmpty && told[column] !== known[column];
}

function memberDiffers(known: KnownMember, told: FileMember, keyring: Keyring): boolean {
  return (
    known.name !== told.name ||
    known.relation !== told.relation ||
    known.canWork !== told.canWork ||
    (told.disability !== null && known.disability !== told.disability) ||
    (told.minority !== null && known.minority !== told.minority) ||
    known.status !== told.status ||
    known.statusSince !== told.statusSince ||
    known.idNumberHash !== keyring.lookup('idNumber', told.idNumber)
  );
}

function isNewAccount(known: KnownHousehold, { account }: FileMember, keyring: Keyring): boolean {
  if (account === null) return false;
  const hash = keyring.lookup('account', account.number);
  return !known.accounts.some(({ numberHash }) => numberHash === hash);
}

function headsAfter(known: KnownHousehold, updated: Difference['updated'], added: FileMember[]): number {
  const relations = new Map(known.members.map(({ id, relation }) => [id, relation]));
  for (const pair of updated) relations.set(pair.known.id, pair.told.relation);
  return [...relations.values(), ...added.map(({ relation }) => relation)].filter((relation) => relation === HEAD)
    .length;
}

function nothingOf(told: FileHousehold, rejections: Rejection[]): Difference {
  const rejected = new Set(rejections.map(({ line }) => line));
  const rest = told.members.filter(({ line }) => !rejected.has(line));
  return {
    household: false,
    updated: [],
    added: [],
    accounts: [],
    changes: [],
    rejections: [...rejections, ...rest.map(({ line }) => withoutOneHead(line))],
  };
}

/** Why no row of a household can be taken that would have no head, or two. */
export const withoutOneHead = (line: number): Rejection =>
  rejection(
    line,
    '本户导入后的户主须恰好一人：请写明户主；更换户主时须同时写明原户主现在的关系',
    'the household must have exactly one head: name it, and with a new head also the relation of the one before',
  );
