import type { Bilingual } from '../schemas/common.js';
import type { LedgerAccountKind, LedgerTransactionKind } from '../schemas/ledger.js';

/** Who gave the money. */
export const FUND_SOURCES = {
  province: { zh: '省级', en: 'Province' },
  city: { zh: '市级', en: 'City' },
  county: { zh: '县级', en: 'County' },
  society: { zh: '社会', en: 'Society' },
} as const satisfies Record<string, Bilingual>;

/** Accounts of the ledger. */
export const ACCOUNT_NAMES = {
  source: { zh: '资金来源', en: 'Source of the fund' },
  unallotted: { zh: '未下达', en: 'Not allotted' },
  available: { zh: '可用指标', en: 'Available' },
  reserved: { zh: '已预占', en: 'Reserved' },
  committed: { zh: '已占用', en: 'Committed' },
  spent: { zh: '已支出', en: 'Spent' },
  carriedOver: { zh: '已结转下年', en: 'Carried over to the next year' },
  lapsed: { zh: '已收回', en: 'Given back to its source' },
} as const satisfies Record<LedgerAccountKind, Bilingual>;

/** What happened to the money. */
export const TRANSACTION_NAMES = {
  funded: { zh: '资金到位', en: 'Fund received' },
  allotted: { zh: '指标下达', en: 'Allotted by document' },
  opened: { zh: '启用台账时已有', en: 'Held when the ledger was opened' },
  reserved: { zh: '拟立项预占', en: 'Reserved by the proposal' },
  committed: { zh: '公示期满占用', en: 'Committed at the end of the notice' },
  lowered: { zh: '验收核减', en: 'Lowered to what was accepted' },
  spent: { zh: '拨付到户', en: 'Paid to the household' },
  released: { zh: '释放', en: 'Released' },
  corrected: { zh: '更正', en: 'Corrected' },
  returned: { zh: '到账后退回', en: 'Came back after it was credited' },
  recovered: { zh: '追缴收回', en: 'Claimed back' },
  setOff: { zh: '抵扣追缴款', en: 'Set off against a claim' },
  carriedOver: { zh: '年终结转', en: 'Carried over at the end of the year' },
  lapsed: { zh: '年终收回', en: 'Lapsed at the end of the year' },
} as const satisfies Record<LedgerTransactionKind, Bilingual>;

/** Less than its share of the two-mountains fund is allotted for the households. */
export const INCOME_GROWTH_SHORT: Bilingual = {
  zh: '用于低收入农户增收的比例低于20%，须调整安排',
  en: 'Less than 20% goes to income growth of low-income households; the plan must be changed',
};

/** What was decided about a year that is over. */
export const YEAR_END_DECISIONS = {
  carryOver: { zh: '结转下年使用', en: 'Carried over to the next year' },
  lapse: { zh: '收回（已为办件占用的部分结转）', en: 'Lapsed; what is set aside for cases is carried over' },
} as const satisfies Record<string, Bilingual>;

/** Too little is left of a two-mountains fund for the share of the households to be reached. */
export const INCOME_GROWTH_OUT_OF_REACH: Bilingual = {
  zh: '下达后该资金剩余部分即使全部用于低收入农户增收，也达不到20%，请核对并调整安排',
  en: 'Even if all that is left of the fund goes to income growth of low-income households, it is less than 20%; check and change the plan',
};

/** What a case has set aside. */
export const COMMITMENT_STATES = {
  reserved: ACCOUNT_NAMES.reserved,
  committed: ACCOUNT_NAMES.committed,
  spent: ACCOUNT_NAMES.spent,
  released: { zh: '已释放', en: 'Released' },
} as const satisfies Record<string, Bilingual>;
