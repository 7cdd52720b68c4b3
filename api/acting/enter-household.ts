import { countyOf } from '../../domain/rules/county-of.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { NewUnregisteredHousehold } from '../../domain/schemas/unregistered-household.js';
import { uuidFor } from '../../platform/digest.js';
import type { Keyring } from '../../platform/keyring.js';
import { isOfHelperOrOfficial } from '../../prisma/account-hash.js';
import type { Db, Tx } from '../../prisma/client.js';
import { newHousehold } from '../../prisma/register/new-household.js';
import { HEAD, type RegisterHousehold } from '../../prisma/register/register-household.js';
import { nextSerial } from '../../prisma/serials.js';
import { found, invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Entering {
  readonly who: OfficialWho;
  readonly actId: string;
  readonly said: NewUnregisteredHousehold;
}

/**
 * 三(八): a household that is not in the register, with its members, account and a key of its own. It signs in by its
 * phone, or the helper of its village files for it by its number. Repeated, the act finds it again.
 *
 * @throws Refused OUT_OF_AREA, NOT_FOUND for a village that is not there, HOUSEHOLD_KNOWN, INVALID_INPUT
 */
export async function enterHousehold(db: Db, keyring: Keyring, { who, actId, said }: Entering) {
  const id = uuidFor(actId, 'household');
  const { villageCode } = said;
  withinArea(who, villageCode);
  return await db.$transaction(async (tx) => {
    const known = await tx.household.findUnique({ where: { id }, select: { id: true, registerNo: true } });
    if (known) return known;
    found(await tx.area.findFirst({ where: { code: villageCode, level: 'village' } }));
    await mustBeNew(tx, keyring, said);
    await mustBeTheirs(tx, keyring, said);
    const registerNo = await nextNumber(tx, countyOf(villageCode));
    const { household, members, accounts } = newHousehold(keyring, asRegistered(said, registerNo), id);
    await tx.household.create({ data: household });
    await tx.member.createMany({ data: members });
    await tx.account.createMany({ data: accounts });
    return { id, registerNo };
  });
}

/** Told apart from numbers of the register by its W (未建档). */
async function nextNumber(tx: Tx, countyCode: string): Promise<string> {
  const year = shanghaiDate(Date.now()).slice(0, 4);
  const serial = await nextSerial(tx, `unregistered/${countyCode}/${year}`);
  return `${countyCode}-${year}-W${String(serial).padStart(6, '0')}`;
}

const isHead = ({ relation }: { relation: string }): boolean => relation === HEAD;

/** What the register would say of it; its group means nothing as long as it is in none. */
function asRegistered(said: NewUnregisteredHousehold, registerNo: string): RegisterHousehold {
  const { villageCode, phone = null, address = null } = said;
  const members = said.members.map(({ account = null, ...member }) => ({
    ...{ ...member, account, status: 'present' as const, statusSince: null, disability: null, minority: null },
  }));
  return {
    ...{ registerNo, villageCode, phone, address, standing: 'unregistered', group: 'lowIncome' },
    ...{ registeredOn: shanghaiDate(Date.now()), observationSince: null, exitedOn: null, incomeFen: null },
    members: [...members.filter(isHead), ...members.filter((member) => !isHead(member))],
  };
}

/** @throws Refused HOUSEHOLD_KNOWN naming the members that are counted in a household already */
async function mustBeNew(tx: Tx, keyring: Keyring, { members }: NewUnregisteredHousehold): Promise<void> {
  const hashes = members.map(({ idNumber }) => keyring.lookup('idNumber', idNumber));
  const elsewhere = await tx.member.findMany({
    where: { idNumberHash: { in: hashes }, status: 'present', household: { standing: { not: 'exited' } } },
    select: { idNumberHash: true },
  });
  const known = new Set(elsewhere.map(({ idNumberHash }) => idNumberHash));
  const errors = hashes.flatMap((hash, index) => (known.has(hash) ? [countedAlready(index)] : []));
  if (errors.length > 0) throw new Refused('HOUSEHOLD_KNOWN', { errors });
}

const countedAlready = (index: number) => ({
  field: `members.${index}.idNumber`,
  zh: '该成员已登记在其他农户中',
  en: 'This member is counted in a household already',
});

/** @throws Refused INVALID_INPUT for an account of a helper or an official */
async function mustBeTheirs(tx: Tx, keyring: Keyring, { members }: NewUnregisteredHousehold): Promise<void> {
  for (const [index, { account }] of members.entries()) {
    if (!account) continue;
    const accountHash = keyring.lookup('account', account.number);
    if (await isOfHelperOrOfficial(tx, accountHash)) throw invalid([notTheirs(index)]);
  }
}

const notTheirs = (index: number) => ({
  field: `members.${index}.account.number`,
  zh: '收款账户须为本户成员本人账户，不能是代办人或工作人员的账户',
  en: 'The account must be a member’s own, not a helper’s or an official’s',
});
