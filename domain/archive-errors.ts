import type { ErrorText } from './error-text.js';

/** What can be refused about archive files, their hand-over and destruction. */
export const ARCHIVE_ERRORS = {
  ARCHIVE_MOVED: {
    status: 409,
    zh: '该案卷或清册的状态已变化（已移交、已销毁，或已列入其他清册），请刷新后再办理。',
    en: 'The file or list has moved on since (handed over, destroyed, or in another list); open it again before you act.',
  },
  ARCHIVE_HELD: {
    status: 409,
    zh: '审计冻结中，暂缓销毁：须由审计人员解除冻结后再办理。',
    en: 'The audit holds it back: nothing is destroyed before an auditor has lifted the hold.',
  },
  ARCHIVE_OPEN: {
    status: 409,
    zh: '该办件仍有未了事项（退汇、评价、回访、追缴或审计问题），不能销毁。',
    en: 'Something of the case is still open (a return, a review, a visit, a claim or a finding); it cannot be destroyed.',
  },
  ARCHIVE_TERM_RUNS: {
    status: 409,
    zh: '保管期限未满（或为永久保管），不能鉴定销毁。',
    en: 'Its term runs still, or it is kept for good: it is neither appraised nor destroyed.',
  },
  ARCHIVE_UNAPPRAISED: {
    status: 409,
    zh: '未经鉴定为“可以销毁”，不能列入销毁清册。',
    en: 'No appraisal says that it may be destroyed; appraise it first.',
  },
} as const satisfies Record<string, ErrorText>;
