import type { Bilingual } from '../schemas/common.js';
import type { VerificationState } from '../schemas/verification.js';

export const VERIFICATION_STATE_NAMES = {
  waiting: { zh: '等待开始', en: 'Waiting' },
  running: { zh: '核验中', en: 'Running' },
  brokenOff: { zh: '已中断', en: 'Broken off' },
  ended: { zh: '核验完毕', en: 'Done' },
} as const satisfies Record<VerificationState, Bilingual>;
