import type { FieldError } from '../../domain/schemas/problem.js';

const TAKE_OUT = {
  zh: '含有无法保存的字符，请删去后重新填写',
  en: 'It holds a character that cannot be kept: take it out',
};
/** Deeper than any body that a schema knows; what lies below is refused by its schema. */
const DEEPEST = 8;

/** The fields whose text no record can hold: with a NUL character, or half of a character (a lone surrogate). */
export function unstorable(value: unknown, path: readonly string[] = []): FieldError[] {
  if (typeof value === 'string') return isStorable(value) ? [] : [{ field: path.join('.'), ...TAKE_OUT }];
  if (typeof value !== 'object' || value === null || path.length > DEEPEST) return [];
  return Object.entries(value).flatMap(([key, part]) => unstorable(part, [...path, key]));
}

const isStorable = (text: string): boolean => !/\0|\p{Surrogate}/u.test(text);
