import { isFen } from '../../../domain/rules/fen.js';
import { fenOfDecimal, yuanDecimal } from '../yuan.js';
import type { TextLayout } from './layout.js';

type Amounts = TextLayout['amounts'];

export const amountText = (amounts: Amounts, amountFen: number): string =>
  amounts === 'fen' ? String(amountFen) : yuanDecimal(amountFen);

/** Nothing where the text is no amount. */
export function fenOf(amounts: Amounts, text: string): number | undefined {
  if (amounts === 'yuan') return fenOfDecimal(text);
  const amountFen = /^[0-9]+$/.test(text) ? Number(text) : undefined;
  return isFen(amountFen) ? amountFen : undefined;
}
