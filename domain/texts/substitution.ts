import type { Bilingual } from '../schemas/common.js';

/** Where a substitution is in time. */
export const SUBSTITUTION_STATES = {
  toCome: { zh: '未开始', en: 'To come' },
  inForce: { zh: '代理中', en: 'In force' },
  over: { zh: '已到期', en: 'Over' },
  ended: { zh: '已提前结束', en: 'Ended early' },
} as const satisfies Record<string, Bilingual>;
