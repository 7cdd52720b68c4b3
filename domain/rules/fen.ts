/** Money: whole fen (hundredths of a yuan) in a JavaScript number, exact up to 2^53 - 1, some 90 million million yuan. */

const YUAN_TEXT = /^(?:[0-9]+|[1-9][0-9]{0,2}(?:,[0-9]{3})+)(?:\.([0-9]{1,2}))?$/;

/** Whether the value is an amount of fen: a safe integer, not negative. */
export function isFen(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0 && !Object.is(value, -0);
}

/**
 * The amount in yuan for people to read: 123450 fen is `1,234.50`.
 *
 * @throws RangeError if it is not an amount of fen.
 */
export function yuanText(amountFen: number): string {
  requireFen(amountFen);
  const digits = String(amountFen).padStart(3, '0');
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:[0-9]{3})+$)/g, ',');
  return `${yuan}.${digits.slice(-2)}`;
}

/**
 * The amount that a person wrote in yuan: `1,234.5`, `1234.50`, `￥1234` or `1234元`; nothing where the text
 * is not an amount, has parts of a fen, or is too large to be exact.
 */
export function parseYuan(text: string): number | undefined {
  const plain = text
    .normalize('NFKC')
    .trim()
    .replace(/^[¥￥]\s?/, '')
    .replace(/\s?元$/, '');
  const match = YUAN_TEXT.exec(plain);
  if (match === null) return undefined;
  const [yuan = ''] = plain.replaceAll(',', '').split('.');
  const amountFen = Number(`${yuan}${(match[1] ?? '').padEnd(2, '0')}`);
  return isFen(amountFen) ? amountFen : undefined;
}

/**
 * The sum of amounts.
 *
 * @throws RangeError if one is not an amount of fen, or the sum is too large to be exact.
 */
export function sumFen(amountsFen: Iterable<number>): number {
  let totalFen = 0;
  for (const amountFen of amountsFen) {
    requireFen(amountFen);
    totalFen += amountFen;
    requireFen(totalFen);
  }
  return totalFen;
}

function requireFen(amountFen: number): void {
  if (!isFen(amountFen)) throw new RangeError('an amount is a whole number of fen, not negative and below 2^53');
}
