/**
 * What the public may see: no digit of an identity number, a telephone number or an account, names by
 * their first character, places down to the village.
 */

const MASK = '*';
/** Hides how long the masked text was. */
const MASKED_REMAINDER = '**';

/**
 * Five digits or more, of any script and however they are spaced out, with the letter that may end an
 * identity number. Amounts and dates are caught too: what is published of them stands in fields of its own.
 */
const NUMBER_RUN = /\p{N}(?:[\s\p{P}\p{S}\p{Cf}]{0,3}\p{N}){4,}(?:\s?[XxＸｘ])?/gu;
/** Numbers spelled out in characters, digit by digit: 一三八零…. Amounts have 十, 百 or 千 in between. */
const SPELLED_RUN =
  /[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖](?:[\s\p{P}\p{Cf}]{0,3}[〇零一二三四五六七八九幺两壹贰叁肆伍陆柒捌玖]){4,}/gu;

const VILLAGE_END = /^.*?(?:行政村|自然村|村委会|居委会|社区|村)/su;

/** A name by its first character: `张三` is `张*`, `张小三` is `张**`. */
export function maskName(name: string): string {
  const characters = Array.from(name.trim());
  return characters.map((character, index) => (index === 0 && !isNumber(character) ? character : MASK)).join('');
}

/** How many digits are enough to tell one's own number from another. */
const ENDS = 4;

/** A number by its end alone, for whoever has the paper in hand to compare it with. */
export const endOfNumber = (number: string): string => maskNumber(number.slice(0, -ENDS)) + number.slice(-ENDS);

/** An identity number, a telephone number or an account with nothing of it left; at most 18 asterisks, an identity number's length. */
export function maskNumber(text: string): string {
  return MASK.repeat(Math.min(Array.from(text).length, 18));
}

/** An address down to the village; where it names none, nothing but asterisks. */
export function maskAddress(address: string): string {
  const village = VILLAGE_END.exec(address.trim())?.[0];
  return village === undefined ? MASKED_REMAINDER : `${maskFreeText(village)}${MASKED_REMAINDER}`;
}

/** Free text that people wrote, before it is published: long numbers are masked, whatever they are. */
export function maskFreeText(text: string): string {
  return text.replace(NUMBER_RUN, maskRun).replace(SPELLED_RUN, maskRun);
}

function maskRun(run: string): string {
  return MASK.repeat(Array.from(run).length);
}

function isNumber(character: string): boolean {
  return /\p{N}/u.test(character);
}
