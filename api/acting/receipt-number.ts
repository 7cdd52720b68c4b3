import { randomInt } from 'node:crypto';

/** Letters that are not mistaken for one another, and spell no words; 52 bits with the twelve of a receipt. */
const LETTERS = 'BCDFGHJKLMNPQRSTVWXZ';
const GROUPS = [4, 4, 4];

/** 异议 receipt: who has it may read the result, so it cannot be guessed. No digit, so it looks like no other number. */
export function newReceiptNo(): string {
  const groups = GROUPS.map((length) =>
    Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join(''),
  );
  return ['YY', ...groups].join('-');
}

/** The number as a person typed it: small letters, full-width ones and blanks do no harm. */
export const receiptNoFrom = (typed: string): string => typed.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase();
