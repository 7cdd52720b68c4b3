import type { HouseState } from '../rules/homestead.js';
import type { Bilingual } from '../schemas/common.js';

export const HOUSE_STATE_TEXTS = {
  found: { zh: '待办理', en: 'Waits to be dealt with' },
  renovating: { zh: '改造中', en: 'Being renovated' },
  relocating: { zh: '搬迁中', en: 'Being relocated' },
  renovated: { zh: '已改造销档', en: 'Renovated, entry closed' },
  housedOtherwise: { zh: '已以其他方式保障，销档', en: 'Housed in another way, entry closed' },
  relocated: { zh: '已搬迁销档', en: 'Relocated, entry closed' },
  safe: { zh: '经鉴定非危房，销档', en: 'Found safe, entry closed' },
  dropped: { zh: '申请终止，销档', en: 'Application ended, entry closed' },
} as const satisfies Record<HouseState, Bilingual>;

/** Danger by its ordinal, from 1. */
const GRADES = ['A', 'B', 'C', 'D'] as const;

export const gradeText = (ordinal: number): Bilingual => {
  const letter = GRADES[ordinal - 1] ?? String(ordinal);
  return { zh: `${letter}级`, en: `grade ${letter}` };
};
