import { parseQuantity, quantityText } from '../rules/quantities.js';
import type { Bilingual } from '../schemas/common.js';
import type { Measure } from '../schemas/programme.js';

/** What of a measure says how a quantity is written. */
export type Written = Pick<Measure, 'unit' | 'scale' | 'grades'>;

export const YUAN: Written = { unit: { zh: '元', en: 'yuan' }, scale: 0 };
export const PERCENT: Written = { unit: { zh: '%', en: '%' }, scale: 2 };

/** What to write in a field of a quantity: its number in the unit of the measure, never in steps, or one of its grades. */
export function howToWrite({ unit, scale, grades }: Written): Bilingual {
  if (grades) return { zh: '请从列表中选择', en: 'Choose one from the list' };
  if (scale === 0)
    return {
      zh: `请按“${unit.zh}”填写大于零的整数，如 20`,
      en: `Write a whole number above zero in “${unit.en}”, like 20`,
    };
  const finer = quantityText(125 * 10 ** (scale - 1), scale);
  return {
    zh: `请按“${unit.zh}”填写大于零的数字，最多${scale}位小数，如 500 或 ${finer}`,
    en: `Write a number above zero in “${unit.en}” with at most ${scale} decimals, like 500 or ${finer}`,
  };
}

/** What to write instead of what was written, where that is no quantity; nothing while nothing is written. */
export const unreadable = (measure: Written, text: string): Bilingual | undefined =>
  text === '' || parseQuantity(text, measure.scale) ? undefined : howToWrite(measure);
