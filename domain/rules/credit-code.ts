/** GB 32100-2015: the digits and letters of a credit code; I, O, S, V and Z are not among them. */
const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const MODULUS = 31;
const BODY = 17;

/** The check character of the first 17 characters of a 统一社会信用代码: weights are powers of 3. */
function checkCharacter(body: string): string | undefined {
  let weight = 1;
  let sum = 0;
  for (const character of body) {
    const value = ALPHABET.indexOf(character);
    if (value < 0) return undefined;
    sum += value * weight;
    weight = (weight * 3) % MODULUS;
  }
  return ALPHABET[(MODULUS - (sum % MODULUS)) % MODULUS];
}

/** A whole code of its first 17 characters. @throws for characters that are not of the alphabet */
export function creditCodeOf(body: string): string {
  const last = checkCharacter(body);
  if (last === undefined || body.length !== BODY) throw new Error(`${body} is not the beginning of a credit code.`);
  return body + last;
}

/** 统一社会信用代码: whether its characters are right and its check character fits. */
export const isCreditCode = (code: string): boolean =>
  code.length === BODY + 1 && checkCharacter(code.slice(0, BODY)) === code[BODY];
