import type { ErrorText } from './error-text.js';

/** What an act has to say, and does not. */
export const GROUND_ERRORS = {
  QUANTITY_MISSING: { status: 422, zh: '请填写核定的数量。', en: 'Give the quantity that was verified or accepted.' },
  QUANTITY_OUT_OF_RANGE: {
    status: 422,
    zh: '数量不在项目规定的限额内，或超出乡镇核实的数量，请改填。',
    en: 'The quantity lies outside the limits of the programme, or above what the township verified; give another.',
  },
  REASON_MISSING: { status: 422, zh: '请选择理由并写明说明。', en: 'Choose a reason and explain it.' },
  WORDS_MISSING: {
    status: 422,
    zh: '请写明作出该决定的事实和理由。',
    en: 'Write down the facts and reasons of this decision.',
  },
  PAPERS_MISSING: {
    status: 422,
    zh: '请上传现场照片等材料。',
    en: 'Upload the photographs or papers this act relies on.',
  },
  SCORE_MISSING: { status: 422, zh: '请填写评价得分和结论。', en: 'Give a score and a finding.' },
  ANSWERS_MISSING: {
    status: 422,
    zh: '请逐项回答本项目绩效评价的问题，一题一答。',
    en: 'Answer each question that the programme’s review asks, and no other.',
  },
} as const satisfies Record<string, ErrorText>;
