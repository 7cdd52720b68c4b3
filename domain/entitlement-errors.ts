import type { ErrorText } from './error-text.js';

/** What can be refused about households outside of the register, entitlements, assets and their dividends. */
export const ENTITLEMENT_ERRORS = {
  HOUSEHOLD_KNOWN: {
    status: 409,
    zh: '有成员已登记在其他农户中，请以该户的编号办理，不要重复登记。',
    en: 'A member is counted in a household already; file for that one by its number, and enter nobody twice.',
  },
  APPLICANT_UNFIT: {
    status: 409,
    zh: '该项目不由此类申请人申报：村集体贷款贴息由村集体申报（本村代办人代为提交），其他项目由农户申报。请在项目指南中查看“由谁申请”。',
    en: 'This programme is not applied for by this kind of applicant: the guide says whether a household applies, or the village collective (filed by the helper of its village).',
  },
  INCOME_KNOWN: {
    status: 409,
    zh: '该资产本年度收益已登记，不能重复登记；如有误请另行更正。',
    en: 'The income of this asset and year has been entered; enter nothing twice.',
  },
  INCOME_MISSING: {
    status: 409,
    zh: '该资产本年度收益尚未登记，请先登记收益。',
    en: 'The income of this asset and year has not been entered yet; enter it first.',
  },
  DIVIDEND_THERE: {
    status: 409,
    zh: '该资产本年度分红已核算，或上一次分红尚未全部转入发放，请先办结。',
    en: 'This year has its dividend, or the one before is not handed on yet; finish that first.',
  },
  DIVIDEND_MOVED: {
    status: 409,
    zh: '该分红不在待审批环节，请刷新后查看。',
    en: 'The dividend does not wait for approval; reload to see where it is.',
  },
  DIVIDEND_CHANGED: {
    status: 409,
    zh: '分红结果与您看到的不一致，请重新打开核对后再审批。',
    en: 'The dividend is not what you saw; open it again before you sign.',
  },
  SUCCESSOR_MISSING: {
    status: 409,
    zh: '户主已死亡或迁出，请先在名册中更新户主（承接人），再继续办理。',
    en: 'The head has died or moved away: enter the successor as head in the register first, then go on.',
  },
  LOAN_NOT_THERE: {
    status: 409,
    zh: '该享受资格不是按贷款贴息的，没有贷款可以变更。',
    en: 'This entitlement pays no interest on a loan of its own: there is none to change.',
  },
  LOAN_FELL_DUE: {
    status: 409,
    zh: '贷款已经到期，续贷、展期须在到期前办理；请按新的借款合同重新申请。',
    en: 'The loan has fallen due: it is renewed or extended before that. Apply anew with the new contract.',
  },
  LOAN_CHANGE_THERE: {
    status: 409,
    zh: '该贷款已有一项变更由他人提出，待第二人签字；请等它签字或退回后再提出。',
    en: 'Somebody else has proposed a change of this loan, which waits for the second signature: wait until it is signed or declined.',
  },
  ENTITLEMENT_ENDED: {
    status: 409,
    zh: '该享受资格已经停止，请刷新后查看时间和原因。',
    en: 'The entitlement has ended already; reload to see when and why.',
  },
} as const satisfies Record<string, ErrorText>;
