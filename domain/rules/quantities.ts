import type { ErrorCode } from '../errors.js';
import type { Act } from '../schemas/act.js';
import type { Bilingual } from '../schemas/common.js';
import type { Measure } from '../schemas/programme.js';
import { unitsText } from './english-units.js';

/** What a programme takes applications for, in the smallest steps of its measure. */
export interface QuantityLimits {
  readonly minimum: number;
  readonly maximum: number;
}

export const isWithin = ({ minimum, maximum }: QuantityLimits, quantity: number): boolean =>
  minimum <= quantity && quantity <= maximum;

/** What is asked for or amended to keeps the limits of the programme; what is accepted is what there is. */
export function outOfRange(limits: QuantityLimits, { stage, quantity }: Pick<Act, 'stage' | 'quantity'>) {
  const isFree = stage === 'acceptanceInspection' || quantity === undefined;
  return isFree || isWithin(limits, quantity) ? undefined : ('QUANTITY_OUT_OF_RANGE' satisfies ErrorCode);
}

/** A quantity in its unit for people to read: 1250 at scale 2 is `12.50`. */
export function quantityText(quantity: number, scale: number): string {
  if (scale === 0) return String(quantity);
  const digits = String(quantity).padStart(scale + 1, '0');
  return `${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

/** The smallest steps that a number in the unit of a measure is: `12.5` at scale 2 is 1250; undefined for finer ones. */
export function stepsOf(text: string, scale: number): number | undefined {
  const [whole = '', decimals = ''] = text.split('.');
  const kept = decimals.replace(/0+$/, '');
  return kept.length > scale ? undefined : Number(whole + kept.padEnd(scale, '0'));
}

/** A quantity as its measure says it: `12.50亩`, or the name of the grade, `D级`. */
export function measuredText({ unit, scale, grades }: Measure, quantity: number): Bilingual {
  const number = quantityText(quantity, scale);
  return grades?.[quantity - 1] ?? { zh: `${number}${unit.zh}`, en: unitsText(number, unit.en) };
}

/** Hundredths of a percent for people to read: 435 is `4.35%`. */
export const percentText = (basisPoints: number): string => `${basisPoints / 100}%`;

const WRITTEN = /^\d{1,12}(?:\.(\d+))?$/;

/**
 * The quantity that a person wrote in its unit, in smallest steps: `3.5` at scale 2 is 350. Nothing where the text is
 * no number, or is finer than the measure.
 */
export function parseQuantity(text: string, scale: number): number | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[\s,]/gu, '');
  const match = WRITTEN.exec(plain);
  const decimals = (match?.[1] ?? '').replace(/0+$/, '');
  if (match === null || decimals.length > scale) return undefined;
  const [whole = ''] = plain.split('.');
  const quantity = Number(whole + decimals.padEnd(scale, '0'));
  return Number.isSafeInteger(quantity) ? quantity : undefined;
}
