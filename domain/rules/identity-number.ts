/**
 * Resident identity numbers, GB 11643-1999: six digits of an address code, eight of the date of
 * birth, three of a sequence (odd for men) and a check character, ISO 7064 MOD 11-2.
 */

const SHAPE = /^[1-9][0-9]{16}[0-9X]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
/** The check character by remainder. */
const CHECK_CHARACTERS = '10X98765432';

export type Sex = 'male' | 'female';

/**
 * The check character of the first 17 digits.
 *
 * @throws RangeError if the text does not begin with 17 digits.
 */
export function identityCheckCharacter(first17: string): string {
  if (!/^[0-9]{17}/.test(first17)) throw new RangeError('an identity number begins with 17 digits');
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(first17[index]), 0);
  return CHECK_CHARACTERS.charAt(sum % 11);
}

/** Upper case, full-width digits and letters made half-width, spaces at both ends removed. */
export function normalIdentityNumber(text: string): string {
  return text.normalize('NFKC').trim().toUpperCase();
}

/** Whether the text is an identity number as it is stored: 18 characters, a real date, the right check character. */
export function isIdentityNumber(text: string): boolean {
  return SHAPE.test(text) && isRealDate(dateIn(text)) && identityCheckCharacter(text) === text[17];
}

/**
 * The date of birth, `YYYY-MM-DD`.
 *
 * @throws RangeError if the text is not an identity number.
 */
export function birthDateOf(identityNumber: string): string {
  requireIdentityNumber(identityNumber);
  return dateIn(identityNumber);
}

/**
 * The sex that the sequence number tells: odd for men, even for women.
 *
 * @throws RangeError if the text is not an identity number.
 */
export function sexOf(identityNumber: string): Sex {
  requireIdentityNumber(identityNumber);
  return Number(identityNumber[16]) % 2 === 1 ? 'male' : 'female';
}

/**
 * Age in completed years on a day.
 *
 * @param day the day, `YYYY-MM-DD`; one before the birth gives a negative number
 * @throws RangeError if the text is not an identity number.
 */
export function ageOn(identityNumber: string, day: string): number {
  const birth = birthDateOf(identityNumber);
  const years = Number(day.slice(0, 4)) - Number(birth.slice(0, 4));
  return day.slice(5) < birth.slice(5) ? years - 1 : years;
}

function dateIn(text: string): string {
  return `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
}

function isRealDate(date: string): boolean {
  const moment = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(date) && date >= '1850-01-01';
}

/** The message never holds the text: it may be most of somebody's number. */
function requireIdentityNumber(text: string): void {
  if (!isIdentityNumber(text)) throw new RangeError('not an identity number');
}
