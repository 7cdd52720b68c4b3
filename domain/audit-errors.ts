import type { ErrorText } from './error-text.js';

/** What can be refused about what an auditor asks for, and about his findings. */
export const AUDIT_ERRORS = {
  FINDING_MOVED: {
    status: 409,
    zh: '该审计问题的状态已变化，请刷新后再办理。',
    en: 'The finding has moved on since; open it again before you act.',
  },
  NO_HEAD_YET: {
    status: 409,
    zh: '存证日志还没有签名树头（每天签发一次）：请在首次签发之后再导出证据包。',
    en: 'The log has no signed head yet (one a day); export the evidence pack after the first one.',
  },
} as const satisfies Record<string, ErrorText>;
