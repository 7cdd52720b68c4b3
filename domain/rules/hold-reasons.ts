import type { Bilingual } from '../schemas/common.js';

interface HoldReason extends Bilingual {
  /** Who stops the payment for it: a check of the payee when the order is made, an official, or a restore. */
  readonly by: 'payeeCheck' | 'official' | 'restore';
}

/**
 * Why nothing leaves for the time being (暂停支付). 三(五) 直接拨付到户: the account of a helper, an official or an
 * unrelated household blocks payment until somebody has decided.
 */
export const HOLD_REASONS = {
  ACCOUNT_OF_HELPER: {
    by: 'payeeCheck',
    zh: '收款账户是代办人的账户',
    en: 'The account belongs to a helper who files for households',
  },
  ACCOUNT_OF_OFFICIAL: {
    by: 'payeeCheck',
    zh: '收款账户是工作人员的账户',
    en: 'The account belongs to an official',
  },
  ACCOUNT_OF_OTHER_HOUSEHOLD: {
    by: 'payeeCheck',
    zh: '收款账户同时登记在其他农户名下',
    en: 'The account is in the register of another household too',
  },
  NOT_THE_HEADS_ACCOUNT: {
    by: 'payeeCheck',
    zh: '收款账户不是应收款人（户主或本人）的账户',
    en: 'The account is not that of the head, or of the person whom the subsidy is for',
  },
  RESTORED: {
    by: 'restore',
    zh: '数据恢复后尚不能确定银行是否已付',
    en: 'After a restore it is not certain whether the bank has paid it',
  },
  INVESTIGATION: { by: 'official', zh: '有关情况正在核查', en: 'Being looked into' },
  COURT_ORDER: { by: 'official', zh: '人民法院等机关依法要求暂停', en: 'By order of a court or another authority' },
  HOUSEHOLD_REQUEST: { by: 'official', zh: '农户要求暂缓支付', en: 'The household asks to wait' },
  PAYEE_DOUBTFUL: { by: 'official', zh: '收款人或账户信息有疑问', en: 'The payee or the account is in doubt' },
  OTHER: { by: 'official', zh: '其他（见说明）', en: 'Other, as noted' },
} as const satisfies Record<string, HoldReason>;

export type HoldReasonCode = keyof typeof HOLD_REASONS;
const HOLD_REASON_CODES = Object.keys(HOLD_REASONS) as [HoldReasonCode, ...HoldReasonCode[]];

/** What a check of the payee may find. */
export type PayeeBlock = {
  [Code in HoldReasonCode]: (typeof HOLD_REASONS)[Code]['by'] extends 'payeeCheck' ? Code : never;
}[HoldReasonCode];

/** What an official may stop a payment for. */
export type OfficialHoldReason = Exclude<HoldReasonCode, PayeeBlock>;
export const OFFICIAL_HOLD_REASONS = HOLD_REASON_CODES.filter(
  (code): code is OfficialHoldReason => HOLD_REASONS[code].by === 'official',
);
