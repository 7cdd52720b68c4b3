import type { Sex } from '../../domain/rules/identity-number.js';
import { HEAD, type RegisterHousehold, type RegisterMember } from '../register/register-household.js';
import { areasOf, type SeedCounty } from './counties.js';
import { inventedAccount, inventedIdentityNumber, inventedName, inventedPhone } from './invented.js';
import { type Chance, chanceFor } from './random.js';
import { type Situation, situationOf } from './situations.js';
import { twist } from './twists.js';

export interface SeedHousehold {
  number: number;
  situation: Situation;
  register: RegisterHousehold;
}

const BANK = '演示农村商业银行';

/** The households of a county, the same every time; in a rehearsal county all are ordinary. */
export function householdsOf(county: SeedCounty): SeedHousehold[] {
  const households: SeedHousehold[] = [];
  for (let number = 1; number <= county.households; number += 1) {
    const situation = county.rehearsal ? 'ordinary' : situationOf(number);
    const register = twist(situation, ordinaryHousehold(county, number), county, households.at(-1)?.register);
    households.push({ number, situation, register });
  }
  return households;
}

/** Registered, with somebody who can work, with a phone and an account of the head. */
function ordinaryHousehold(county: SeedCounty, number: number): RegisterHousehold {
  const chance = chanceFor(`${county.code}/household/${number}`);
  const age = chance.between(30, 56);
  return {
    registerNo: county.code + String(number).padStart(6, '0'),
    villageCode: villageFor(county, number, chance),
    standing: 'registered',
    group: chance.pick(['dibao', 'dibaoMarginal', 'lowIncome', 'lowIncome'] as const),
    registeredOn: `${chance.between(2018, 2025)}-01-01`,
    observationSince: null,
    exitedOn: null,
    phone: inventedPhone(county.code, number),
    address: `${chance.between(1, 120)}号`,
    ...withFacts(county, number, familyOf(county, number, age, chance)),
  };
}

/** What some programmes ask besides; a sequence of chances of its own, so that it changes nobody else. */
function withFacts(county: SeedCounty, number: number, family: RegisterMember[]) {
  const chance = chanceFor(`${county.code}/household/${number}/facts`);
  const minority = chance.percent(6);
  const members = family.map((member) => ({
    ...{ ...member, minority },
    disability: chance.percent(member.canWork ? 3 : 15) ? chance.between(1, 4) : 0,
  }));
  return { incomeFen: chance.between(50, 140) * 10_000, members };
}

function villageFor(county: SeedCounty, number: number, chance: Chance): string {
  const townships = Object.keys(county.townships);
  const township = townships[(number - 1) % townships.length];
  return chance.pick(areasOf(county).filter((area) => area.parentCode === township)).code;
}

function familyOf(county: SeedCounty, number: number, age: number, chance: Chance): RegisterMember[] {
  const member = memberMaker(county, number, chance);
  const sex = chance.percent(75) ? 'male' : 'female';
  const head = member(HEAD, sex, age);
  head.account = { bankName: BANK, number: inventedAccount(county.code, number, String(chance.between(1000, 9999))) };
  const family = [head];
  if (chance.percent(75)) family.push(member('配偶', sex === 'male' ? 'female' : 'male', age - chance.between(-2, 4)));
  const childSex = chance.pick(['male', 'female'] as const);
  if (chance.percent(60))
    family.push(member(childSex === 'male' ? '子' : '女', childSex, age - chance.between(23, 29)));
  if (family.length === 1 || chance.percent(35)) family.push(member('母亲', 'female', age + chance.between(20, 30)));
  return family;
}

/** Ages count on the first day of 2026. */
function memberMaker(county: SeedCounty, number: number, chance: Chance) {
  const surname = inventedName(chance, 'male').slice(0, 1);
  let position = 0;
  return (relation: string, sex: Sex, age: number): RegisterMember => {
    position += 1;
    const birthDate = `${2026 - age - 1}-${twoDigits(chance.between(1, 12))}-${twoDigits(chance.between(1, 28))}`;
    return {
      relation,
      name: inventedName(chance, sex, relation === '配偶' || relation === '母亲' ? undefined : surname),
      // Serials differ among the members of a household, and among the households of a county within a century.
      idNumber: inventedIdentityNumber(county.code, birthDate, sex, ((number - 1) % 100) * 5 + position),
      canWork: age >= 16 && age < 60 && (relation === HEAD || chance.percent(85)),
      status: 'present',
      ...{ statusSince: null, disability: 0, minority: false },
      account: null,
    };
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');
