import type { ErrorText } from './error-text.js';

/** What can be refused about funds, their allotments and their year's end. */
export const FUND_ERRORS = {
  FUND_KNOWN: {
    status: 409,
    zh: '已有此编号或同年度同名的资金，请核对后改填。',
    en: 'There is a fund of this number, or of this name in the year; check, and give another.',
  },
  FUND_OVERDRAWN: {
    status: 409,
    zh: '下达金额超过该资金未下达的余额，请改填。',
    en: 'This is more than is left of the fund; give a smaller amount.',
  },
  ALLOTMENT_OVERDRAWN: {
    status: 409,
    zh: '调减金额超过该指标的可用余额（已预占、占用、支出的不能调减），请改填。',
    en: 'This is more than is available of the allotment; what is set aside or spent cannot be taken back.',
  },
  DOCUMENT_KNOWN: {
    status: 409,
    zh: '该文号已登记，请核对文号，勿重复录入。',
    en: 'This document has been entered already; check its number and enter nothing twice.',
  },
  KEPT_ELSEWHERE: {
    status: 403,
    zh: '该资金由其他财政部门管理，请由其办理。',
    en: 'Another finance office keeps this fund, and has to do this.',
  },
  ALLOTMENT_LOW: {
    status: 409,
    zh: '原年度资金已收回，本年度可用指标不足，暂不能编制支付指令；请财政部门下达指标。',
    en: 'Its year has lapsed and too little is available in this one: no order can be made before finance allots more.',
  },
  YEAR_CLOSED: {
    status: 409,
    zh: '该资金年度已结束，须先作出年终结转决定。',
    en: 'The fiscal year of this money is over; its year’s end must be decided on first.',
  },
  YEAR_DECIDED: {
    status: 409,
    zh: '该资金的年终结转已作出决定，请刷新后查看。',
    en: 'The year’s end of this fund has been decided on; reload to see it.',
  },
  ORDERS_ON_THEIR_WAY: {
    status: 409,
    zh: '该资金还有支付指令已编入批次或银行尚无最终回复，请待其有结果后再办理。',
    en: 'Payment orders of this fund are in a batch or with the bank; wait for their end.',
  },
} as const satisfies Record<string, ErrorText>;
