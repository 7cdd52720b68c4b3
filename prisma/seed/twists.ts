import type { RegisterHousehold, RegisterMember } from '../register/register-household.js';
import type { SeedCounty } from './counties.js';
import { accountOfVerifier, helperOf } from './officials.js';
import type { Situation } from './situations.js';

/**
 * The household in a situation.
 *
 * @param household an ordinary one, with two members at least
 * @param other the household before it, for those that are entangled
 */
export function twist(
  situation: Situation,
  household: RegisterHousehold,
  county: SeedCounty,
  other: RegisterHousehold = household,
): RegisterHousehold {
  switch (situation) {
    case 'observation':
      return { ...household, standing: 'observation', observationSince: '2026-03-01' };
    case 'exited':
      return { ...household, standing: 'exited', observationSince: '2025-03-01', exitedOn: '2026-03-01' };
    case 'unregistered':
      return { ...household, standing: 'unregistered' };
    case 'noLabour':
      return { ...household, members: household.members.map((member) => ({ ...member, canWork: false })) };
    case 'headDead':
      return withMember(household, 0, { status: 'dead', statusSince: '2026-02-11', canWork: false });
    case 'memberDead':
      return withMember(household, -1, { status: 'dead', statusSince: '2026-01-20', canWork: false });
    case 'memberDeparted':
      return withMember(household, -1, { status: 'departed', statusSince: '2025-09-01' });
    case 'memberInTwoHouseholds':
      return { ...household, members: [...household.members, lastMemberOf(other)] };
    case 'accountShared':
      return withMember(household, 0, { account: other.members[0]?.account ?? null });
    case 'accountOfHelper':
      return withAccountNumber(household, helperOf(county, household.villageCode).account);
    case 'accountOfOfficial':
      return withAccountNumber(household, accountOfVerifier(county, household.villageCode.slice(0, 9)));
    case 'noAccount':
      return withMember(household, 0, { account: null });
    case 'noPhone':
      return { ...household, phone: null };
    case 'accountClosed':
      return withAccountEnding(household, '0000');
    case 'bankSilent':
      return withAccountEnding(household, '0003');
    case 'ordinary':
    case 'relativeOfOfficial':
    case 'relativeOnVillageCommittee':
      return household;
  }
}

function lastMemberOf(household: RegisterHousehold): RegisterMember {
  const member = household.members.at(-1);
  if (member === undefined) throw new RangeError('a household has members');
  return { ...member, relation: '其他亲属', account: null };
}

function withMember(household: RegisterHousehold, at: number, change: Partial<RegisterMember>): RegisterHousehold {
  const place = at < 0 ? household.members.length + at : at;
  const members = household.members.map((member, index) => (index === place ? { ...member, ...change } : member));
  return { ...household, members };
}

function withAccountNumber(household: RegisterHousehold, number: string): RegisterHousehold {
  const account = household.members[0]?.account;
  return account ? withMember(household, 0, { account: { ...account, number } }) : household;
}

function withAccountEnding(household: RegisterHousehold, ending: string): RegisterHousehold {
  const number = household.members[0]?.account?.number ?? '';
  return withAccountNumber(household, number.slice(0, -ending.length) + ending);
}
