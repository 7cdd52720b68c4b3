import type { ErrorText } from './error-text.js';

/** What can be refused about a performance review. */
export const REVIEW_ERRORS = {
  SCORE_MISSING: { status: 422, zh: '请填写评价得分和结论。', en: 'Give a score and a finding.' },
  ANSWERS_MISSING: {
    status: 422,
    zh: '请逐项回答本项目绩效评价的问题，一题一答。',
    en: 'Answer each question that the programme’s review asks, and no other.',
  },
} as const satisfies Record<string, ErrorText>;
