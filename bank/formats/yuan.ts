import { isFen } from '../../domain/rules/fen.js';

const DECIMAL = /^\+?([0-9]*)\.?([0-9]*)$/;

/** The amount as files have it: 123450 fen is `1234.50`. */
export function yuanDecimal(amountFen: number): string {
  const digits = String(amountFen).padStart(3, '0');
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

/** The fen of a decimal of yuan as a bank writes it: exact, or nothing where it is none or has parts of a fen. */
export function fenOfDecimal(text: string): number | undefined {
  const [, yuan = '', fraction = ''] = DECIMAL.exec(text) ?? [];
  if (yuan === '' && fraction === '') return undefined;
  const [fen, parts] = [fraction.slice(0, 2).padEnd(2, '0'), fraction.slice(2)];
  const amountFen = Number(`${yuan}${fen}`);
  return /^0*$/.test(parts) && isFen(amountFen) ? amountFen : undefined;
}
