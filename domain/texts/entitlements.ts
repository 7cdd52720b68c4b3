import type { EndReason } from '../rules/entitlement-ends.js';
import type { Bilingual } from '../schemas/common.js';

export const END_NAMES = {
  householdExited: { zh: '本户已退出', en: 'The household has left the register' },
  underObservation: { zh: '本户进入观察期，该项目观察期不享受', en: 'The household is under observation' },
  groupNotCovered: { zh: '本户类别不再属于享受范围', en: 'The group of the household is not covered any more' },
  personDied: { zh: '享受人已故', en: 'The person it was for has died' },
  personLeft: { zh: '享受人已迁出或分户', en: 'The person it was for has left the household' },
  ageReached: { zh: '享受人已到规定年龄', en: 'The person it was for has reached the age' },
  allPaid: { zh: '规定期数已发完', en: 'Every period it was granted for is paid' },
  fellDue: { zh: '贷款已到期', en: 'The loan has fallen due' },
  householdChanged: { zh: '家庭情况变化', en: 'The household has changed' },
  collectiveClosed: {
    zh: '村集体已从收款单位名录停用',
    en: 'The village collective has been closed in the register of payees',
  },
  byOffice: { zh: '经核实不再符合条件', en: 'Found not to qualify any more' },
} as const satisfies Record<EndReason, Bilingual>;

export const ENTITLEMENT_STATES = {
  active: { zh: '享受中', en: 'In force' },
  ended: { zh: '已停止', en: 'Ended' },
} as const;

/** What the household is told when it is paid no longer. Never a name, an illness or a disability. */
export const endedMessage = (entitlementNo: string, programme: string, end: EndReason): string =>
  `您家享受的“${programme}”（${entitlementNo}）自下一期起停止发放：${END_NAMES[end].zh}。如有异议请登录查看或联系县扶贫办，监督举报电话：12317。`;

/** What those who grant it are written when a review finds it misused. */
export const MISUSED_LETTER = {
  subject: '绩效评价：未按用途使用',
  text: '按期发放的补助经绩效评价认定未按规定用途使用，已启动追回该期资金。请核对后决定是否停止发放（“按期发放”清单，停止发放）。',
} as const;
