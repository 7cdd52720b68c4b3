import type { ErrorText } from './error-text.js';

/** What can be refused about holds, claims and the bank's statement. */
export const MONEY_ERRORS = {
  HOLD_THERE: {
    status: 409,
    zh: '该对象已因同一理由暂停支付，无需重复办理。',
    en: 'It is on hold for this reason already; see by whom and since when.',
  },
  HOLD_LIFTED: {
    status: 409,
    zh: '该暂停已由他人解除，请刷新后查看。',
    en: 'The hold has been lifted already; see by whom and when.',
  },
  OWN_HOLD: {
    status: 403,
    zh: '暂停支付是您本人办理的，须由他人或县级监督人员解除。',
    en: 'You placed this hold; somebody else, or the county’s supervisor, lifts it.',
  },
  NOTHING_PAID: {
    status: 409,
    zh: '该办件没有已到账的补助，无可追缴。',
    en: 'Nothing of this case is on the household’s account; there is nothing to claim back.',
  },
  CLAIM_TOO_LARGE: {
    status: 422,
    zh: '追缴金额超过已到账金额，请改填。',
    en: 'The claim is above what was paid; give a smaller amount.',
  },
  CLAIM_THERE: {
    status: 409,
    zh: '该办件已启动追缴，或已有人提出待签字，请刷新后查看。',
    en: 'There is a claim in this case, or one is proposed and waits for a signature; reload to see it.',
  },
  CLAIM_SETTLED: {
    status: 409,
    zh: '该追缴已全部收回并办结。',
    en: 'The claim has been paid back in full.',
  },
  RECEIPT_TOO_LARGE: {
    status: 422,
    zh: '收回金额超过尚未收回的金额，请核对后改填。',
    en: 'The receipt is above what is left of the claim; check the amount.',
  },
  VOUCHER_USED: {
    status: 409,
    zh: '该票据号已登记过，请核对。',
    en: 'A receipt with this voucher number is booked already; check the number.',
  },
  SET_OFF_THERE: {
    status: 409,
    zh: '该追缴已决定抵扣，或已有人提出待签字，请刷新后查看。',
    en: 'The claim is set off already, or that is proposed and waits for a signature; reload to see it.',
  },
  SET_OFF_USED: {
    status: 409,
    zh: '已从补助中抵扣过，不能撤回；如有差错请按更正程序办理。',
    en: 'Something was set off by it already: it can’t be withdrawn. What was wrong is put right by a correction.',
  },
  DISCREPANCY_OPEN: {
    status: 409,
    zh: '当日还有差异未处理完毕，不能签字。',
    en: 'Something of this day does not fit yet; settle every discrepancy before you sign.',
  },
  DAY_NOT_OVER: {
    status: 409,
    zh: '当日银行流水尚未完整，次日收到全天流水后再签字。',
    en: 'The bank’s statement is not of the whole day yet; sign once that has come.',
  },
  RECONCILIATION_CHANGED: {
    status: 409,
    zh: '当日对账结果已更新，请重新查看后再签字。',
    en: 'The day was reconciled anew meanwhile; look at it again before you sign.',
  },
  RECONCILIATION_SIGNED: {
    status: 409,
    zh: '当日对账已签字。',
    en: 'The day has been signed already; see by whom and when.',
  },
  DISCREPANCY_SETTLED: {
    status: 409,
    zh: '该差异已处理完毕。',
    en: 'The discrepancy has been settled already; see by whom, when and how.',
  },
  BATCH_OPEN: {
    status: 409,
    zh: '本县有一个批次正在组批，请稍后再发送。',
    en: 'A batch of the county is being filled; send again in a moment.',
  },
  PAYEE_KNOWN: {
    status: 409,
    zh: '本县收款单位名录中已有此类别、此统一社会信用代码的单位，请在原条目上办理。',
    en: 'The county’s register has a payee of this kind and credit code already: go on with that entry.',
  },
  PAYEE_UNFIT: {
    status: 422,
    zh: '该单位不能作为本项目的收款单位（类别、项目或范围不符，已停用，或须由农户本人同意），请另选。',
    en: 'It can’t be paid here: its kind, programme or area does not fit, it is closed, or the household itself must agree.',
  },
  PAYEE_MISSING: {
    status: 409,
    zh: '本项目付给有关单位，收款单位尚未确定或其账户尚未核准。请先在收款单位名录登记、签字，再为本办件选定。',
    en: 'The programme pays somebody of the register of payees: none is chosen, or its account is not signed yet.',
  },
  PAYEE_WAITS: {
    status: 409,
    zh: '该单位已有账户待第二人签字，请先签字或退回。',
    en: 'An account of this payee waits for its second signature: sign it or give it back first.',
  },
  NOTHING_TO_SEND: {
    status: 409,
    zh: '没有财政已复核且未暂停的支付指令，无可发送。',
    en: 'No payment order is reviewed and free of holds; there is nothing to send.',
  },
} as const satisfies Record<string, ErrorText>;
