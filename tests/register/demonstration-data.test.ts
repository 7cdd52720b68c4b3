import { describe, expect, test } from '@jest/globals';
import { isIdentityNumber } from '../../domain/rules/identity-number.js';
import { OFFICIAL_ROLES } from '../../domain/rules/roles.js';
import { CountyPolicy } from '../../domain/schemas/county-policy.js';
import { HEAD } from '../../prisma/register/register-household.js';
import { areasOf, CHUNAN, COUNTIES, REHEARSAL } from '../../prisma/seed/counties.js';
import { householdsOf } from '../../prisma/seed/households.js';
import { demonstrationLogins, rehearsalPhone } from '../../prisma/seed/logins.js';
import { helpersOf, officialsOf } from '../../prisma/seed/officials.js';
import { SITUATIONS } from '../../prisma/seed/situations.js';

const households = COUNTIES.flatMap((county) => householdsOf(county));
const members = households.flatMap(({ register }) => register.members);

describe('the demonstration county', () => {
  test('is Chun’an with its 11 towns and 12 townships', () => {
    const townships = areasOf(CHUNAN).filter(({ level }) => level === 'township');
    expect(townships.filter(({ name }) => name.endsWith('镇'))).toHaveLength(11);
    expect(townships.filter(({ name }) => name.endsWith('乡'))).toHaveLength(12);
  });

  test('has 200 households, in every township and in every situation', () => {
    const ofChunan = householdsOf(CHUNAN);
    expect(ofChunan).toHaveLength(200);
    expect(new Set(ofChunan.map(({ situation }) => situation))).toEqual(new Set(Object.keys(SITUATIONS)));
    expect(new Set(ofChunan.map(({ register }) => register.villageCode.slice(0, 9))).size).toBe(23);
  });

  test('is the same every time', () => {
    expect(householdsOf(CHUNAN)).toEqual(householdsOf(CHUNAN));
  });

  test.each(COUNTIES.map((county) => [county.name, county] as const))(
    '%s has somebody for every role',
    (_name, county) => {
      expect(new Set(officialsOf(county).map(({ role }) => role))).toEqual(new Set(OFFICIAL_ROLES));
      expect(CountyPolicy.parse(county.policy)).toEqual(county.policy);
    },
  );

  test('each county has two offices that can hear an objection against the county office, or against each other', () => {
    for (const county of COUNTIES) {
      const hearers = officialsOf(county).filter(({ role }) => role === 'countySupervisor');
      expect(new Set(hearers.map(({ officeId }) => officeId)).size).toBeGreaterThanOrEqual(3);
    }
  });
});

describe('invented people', () => {
  test('have identity numbers that pass the check and begin with a province that was never assigned', () => {
    for (const { idNumber } of members) {
      expect(isIdentityNumber(idNumber)).toBe(true);
      expect(idNumber.slice(0, 2)).toBe('39');
    }
  });

  test('share an identity number only where a person is counted in two households', () => {
    const twice = members.length - new Set(members.map(({ idNumber }) => idNumber)).size;
    expect(twice).toBe(households.filter(({ situation }) => situation === 'memberInTwoHouseholds').length);
  });

  test('have phones of a range that was not assigned, each their own', () => {
    const phones = [
      ...households.flatMap(({ register }) => register.phone ?? []),
      ...COUNTIES.flatMap((county) => helpersOf(county).map(({ phone }) => phone)),
    ];
    expect(phones.every((phone) => /^154[0-9]{8}$/.test(phone))).toBe(true);
    expect(new Set(phones).size).toBe(phones.length);
  });

  test('have accounts that no bank issues, shared only where the situation says so', () => {
    const shared = new Set(['accountShared', 'accountOfHelper', 'accountOfOfficial']);
    const own = households
      .filter(({ situation }) => !shared.has(situation))
      .flatMap(({ register }) => register.members.flatMap(({ account }) => account?.number ?? []));
    expect(own.every((number) => /^9999[0-9]{15}$/.test(number))).toBe(true);
    expect(new Set(own).size).toBe(own.length);
  });

  test('live in households with one head, who comes first', () => {
    for (const { register } of households) {
      expect(register.members.map(({ relation }) => relation === HEAD)).toEqual(
        register.members.map((_member, index) => index === 0),
      );
    }
  });
});

describe('who may log in', () => {
  test('there is a login for every role, and a household or its helper for every situation', () => {
    const logins = demonstrationLogins();
    expect(new Set(logins.flatMap((login) => (login.kind === 'official' ? login.role : [])))).toEqual(
      new Set(OFFICIAL_ROLES),
    );
    expect(logins.filter(({ kind }) => kind !== 'official')).toHaveLength(Object.keys(SITUATIONS).length);
  });

  test('every household of the rehearsal county has a phone that follows from its number', () => {
    const phones = householdsOf(REHEARSAL).map(({ register }) => register.phone);
    expect(phones).toEqual(phones.map((_phone, index) => rehearsalPhone(index + 1)));
    expect(() => rehearsalPhone(REHEARSAL.households + 1)).toThrow(RangeError);
  });
});
