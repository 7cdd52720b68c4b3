import { ERRORS, type ErrorCode } from '../errors.js';
import type { FieldError } from '../schemas/problem.js';
import type { Bilingual } from '../schemas/common.js';

const wordsOf = (code: ErrorCode): Bilingual => ({ zh: ERRORS[code].zh, en: ERRORS[code].en });

/** The fields of an act that a refusal is about. */
const ABOUT: { readonly [Code in ErrorCode]?: Readonly<Record<string, Bilingual>> } = {
  REASON_MISSING: {
    reasonCode: { zh: '请选择理由', en: 'Choose a reason' },
    words: { zh: '请写明说明', en: 'Explain it' },
  },
  WORDS_MISSING: { words: wordsOf('WORDS_MISSING') },
  QUANTITY_MISSING: { quantity: wordsOf('QUANTITY_MISSING') },
  QUANTITY_OUT_OF_RANGE: { quantity: wordsOf('QUANTITY_OUT_OF_RANGE') },
  SETTLEMENT_MISSING: { settlement: wordsOf('SETTLEMENT_MISSING') },
  RENT_MONTHS_UNFIT: { rentMonths: wordsOf('RENT_MONTHS_UNFIT') },
  PAPERS_MISSING: { paperIds: wordsOf('PAPERS_MISSING') },
  SCORE_MISSING: {
    finding: { zh: '请选择结论', en: 'Choose a finding' },
    score: { zh: '请填写0至100的得分', en: 'Give a score of 0 to 100' },
  },
};

/** An error for each of them; where some of several were given, for the others. */
export function fieldsAbout(code: ErrorCode, given: object = {}): FieldError[] {
  const about = Object.entries(ABOUT[code] ?? {}).map(([field, words]) => ({ field, ...words }));
  if (about.length === 1) return about;
  return about.filter(({ field }) => isEmpty((given as Record<string, unknown>)[field]));
}

const isEmpty = (value: unknown): boolean => value === undefined || (Array.isArray(value) && value.length === 0);
