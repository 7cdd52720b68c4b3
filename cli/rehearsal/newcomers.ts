import { randomInt } from 'node:crypto';
import { areasOf, REHEARSAL } from '../../prisma/seed/counties.js';
import { inventedAccount, inventedIdentityNumber, inventedName } from '../../prisma/seed/invented.js';
import type { Chance } from '../../prisma/seed/random.js';
import { HEAD, type RegisterHousehold } from '../../prisma/register/register-household.js';
import type { Walker } from './case-walk.js';
import type { Script } from './script.js';

/** A household, and the script it follows. */
export interface Newcomer extends Walker {
  readonly script: Script;
}

const BANK = '演示农村商业银行';
/** Not `chanceFor`, whose numbers come again: in a database that has seen many rehearsals somebody would have them. */
const CHANCE: Chance = {
  between: (least, most) => randomInt(least, most + 1),
  pick: (choices) => choices[randomInt(choices.length)]!,
  percent: (ofHundred) => randomInt(100) < ofHundred,
};
const VILLAGES = areasOf(REHEARSAL).filter(({ level }) => level === 'village');
const KEY_VILLAGES = VILLAGES.filter(({ villageType }) => villageType === 'key');

/**
 * Households for one rehearsal, with numbers that can belong to nobody: since a household may have one running
 * application for a programme and period, every rehearsal has households of its own.
 *
 * @param run differs between rehearsals; letters and digits
 */
export function newcomers(scripts: readonly Script[], run: string): Newcomer[] {
  return scripts.map((script, index) => ({ number: index + 1, script, register: household(script, run, index + 1) }));
}

function household(script: Script, run: string, number: number): RegisterHousehold {
  const villages = script.inKeyVillage ? KEY_VILLAGES : VILLAGES;
  const village = villages[(number - 1) % villages.length]!;
  return {
    registerNo: `${REHEARSAL.code}-${run}-${String(number).padStart(4, '0')}`,
    villageCode: village.code,
    standing: 'registered',
    group: CHANCE.pick(['dibao', 'dibaoMarginal', 'lowIncome']),
    registeredOn: `${CHANCE.between(2018, 2025)}-01-01`,
    observationSince: null,
    exitedOn: null,
    phone: script.byHelper ? null : phone(),
    address: `${CHANCE.between(1, 120)}号`,
    incomeFen: null,
    members: [head(script.accountEnding), ...(script.withStudent ? [student()] : [])],
  };
}

function head(accountEnding?: string): RegisterHousehold['members'][number] {
  const sex = CHANCE.pick(['male', 'female'] as const);
  return {
    relation: HEAD,
    name: inventedName(CHANCE, sex),
    idNumber: identityNumber(sex),
    ...{ canWork: true, disability: 0, minority: false },
    status: 'present',
    statusSince: null,
    account: { bankName: BANK, number: newAccount(accountEnding) },
  };
}

/** Born so that he is of an age to be at a vocational school. */
function student(): RegisterHousehold['members'][number] {
  const birth = new Date().getFullYear() - 19;
  return { ...head(), relation: '子女', idNumber: identityNumber('female', birth, birth) };
}

/** Beside those of the demonstration, whose last eight digits begin with 0127 or 9901. */
const phone = (): string => `154${CHANCE.between(10_000_000, 98_999_999)}`;

function identityNumber(sex: 'male' | 'female', from = 1970, until = 1996): string {
  const nowhere = `33${CHANCE.between(1000, 9899)}`;
  const month = String(CHANCE.between(1, 12)).padStart(2, '0');
  const day = String(CHANCE.between(1, 28)).padStart(2, '0');
  return inventedIdentityNumber(nowhere, `${CHANCE.between(from, until)}-${month}-${day}`, sex, CHANCE.between(0, 499));
}

/** A new account; the ending tells the bank's simulator what to do with it. */
export const newAccount = (ending?: string): string =>
  inventedAccount(REHEARSAL.code, CHANCE.between(1, 9_999_999_999), ending ?? String(CHANCE.between(1000, 9999)));
