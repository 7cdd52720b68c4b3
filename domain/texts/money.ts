import type { PaymentState } from '../rules/payment-states.js';
import type { Bilingual } from '../schemas/common.js';

/** Where a payment is, as its payee reads it. */
export const PAYMENT_STATE_TEXTS = {
  prepared: { zh: '清册已编制，待财政复核', en: 'Order made, to be reviewed by finance' },
  checked: { zh: '财政已复核，待发送银行', en: 'Reviewed by finance, to be sent to the bank' },
  batched: { zh: '已编入批次，待发送银行', en: 'In a batch, to be sent to the bank' },
  sent: { zh: '已发送银行', en: 'Sent to the bank' },
  unknown: {
    zh: '银行尚未答复，正在查询（不会重复支付）',
    en: 'No word from the bank yet; it is being asked, never paid twice',
  },
  accepted: { zh: '银行已受理', en: 'Accepted by the bank' },
  credited: { zh: '已到账', en: 'Credited' },
  returned: { zh: '银行退回', en: 'Returned by the bank' },
  reissued: { zh: '已退回，另行重新支付', en: 'Returned, and paid anew by another order' },
  cancelled: { zh: '已取消', en: 'Cancelled' },
  recovered: { zh: '已追缴收回', en: 'Claimed back' },
} as const satisfies Record<PaymentState, Bilingual>;

const BANK_WORDS: Readonly<Record<string, Bilingual>> = {
  accepted: { zh: '已受理', en: 'Accepted' },
  credited: { zh: '已入账', en: 'Credited' },
  returned: { zh: '已退回', en: 'Returned' },
  unknown: { zh: '没有明确答复', en: 'No clear word' },
  nothingOfIt: { zh: '没有收到这笔指令', en: 'Has nothing of this order' },
};

const RETURN_REASONS: Readonly<Record<string, Bilingual>> = {
  ACCOUNT_CLOSED: { zh: '账户已销户', en: 'The account is closed' },
  ACCOUNT_UNKNOWN: { zh: '账号不存在', en: 'There is no such account' },
  ACCOUNT_FROZEN: { zh: '账户已冻结', en: 'The account is frozen' },
  NAME_MISMATCH: { zh: '户名与账号不符', en: 'The name does not fit the account' },
  PAYEE_CHANGED: { zh: '复核后收款账户有变更', en: 'The payee was changed after the review' },
};

/** What the bank said, in plain words; a word that is new to us as it came. */
export const bankWord = (answer: string): Bilingual => BANK_WORDS[answer] ?? { zh: answer, en: answer };

/** Why the bank sent the money back. */
export const returnReason = (code: string): Bilingual =>
  RETURN_REASONS[code] ?? { zh: `银行代码 ${code}`, en: `Code of the bank: ${code}` };
