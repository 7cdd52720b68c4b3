import { identityCheckCharacter, type Sex } from '../../domain/rules/identity-number.js';
import type { Chance } from './random.js';

/*
 * Names, numbers and accounts that can belong to nobody, although every check accepts them.
 */

/**
 * The first two digits of an identity number are a province. GB/T 2260 has 31 to 37 in East China and never
 * assigned 39, so that no person was ever given such a number.
 */
const NO_PROVINCE = '39';
/** Mobile numbers that begin with 154 have not been given to any operator. */
const NO_OPERATOR = '154';
/** Card numbers that begin with 9 are not issued by banks (ISO/IEC 7812). */
const NO_BANK = '9999';

const SURNAMES = Array.from('方徐余汪洪姜吴胡叶章鲁程江邵宋毛项郑何童');
const MALE = Array.from('建国志明文华福根海林水生金土春荣永良德');
const FEMALE = Array.from('秀兰桂英美娟玉梅彩凤爱珍月琴水仙菊芳素');

/** An invented name; two of ten have one character after the surname. */
export function inventedName(chance: Chance, sex: Sex, surname = chance.pick(SURNAMES)): string {
  const given = sex === 'male' ? MALE : FEMALE;
  return surname + chance.pick(given) + (chance.percent(20) ? '' : chance.pick(given));
}

/**
 * An identity number with the right check character that can belong to nobody.
 *
 * @param countyCode its last four digits become part of the address code
 * @param serial 0 to 499, for all who share a county and a day of birth
 */
export function inventedIdentityNumber(countyCode: string, birthDate: string, sex: Sex, serial: number): string {
  const sequence = String(serial * 2 + (sex === 'male' ? 1 : 0)).padStart(3, '0');
  const first17 = NO_PROVINCE + countyCode.slice(2) + birthDate.replaceAll('-', '') + sequence;
  return first17 + identityCheckCharacter(first17);
}

/** A mobile number that was not given to anybody: the county and a number of up to four digits. */
export function inventedPhone(countyCode: string, number: number): string {
  return NO_OPERATOR + countyCode.slice(2) + String(number).padStart(4, '0');
}

/**
 * An account number of 19 digits that no bank has.
 *
 * @param ending the last four digits; by some of them the bank simulator knows what to do (bank/simulator/fates.ts)
 */
export function inventedAccount(countyCode: string, number: number, ending: string): string {
  return NO_BANK + countyCode + String(number).padStart(5, '0') + ending;
}
