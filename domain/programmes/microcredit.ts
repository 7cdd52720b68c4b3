import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

const MICROCREDIT_CLAUSE = {
  zh: '浙委发〔2018〕41号 四（四）实施金融扶贫行动',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 4(4): credit',
};

/** 计息积数: the principal times the days that it was used in the year. */
const YUAN_DAYS = {
  name: { zh: '计息积数', en: 'Principal times days' },
  unit: { zh: '元·天', en: 'yuan × days' },
  scale: 0,
  minimum: 50_000,
} as const;

/** What both kinds of loan share. */
const INTEREST = {
  basis: MICROCREDIT_CLAUSE,
  workflow: 'entitlement',
  source: exampleAfter('扶贫小额信贷按基准利率全额贴息的通行做法拟定'),
  period: 'year',
  paymentMode: 'direct',
  funding: { province: 5_000, city: 2_000, county: 3_000 },
  reviewLooksAt: [{ zh: '贷款是否用于生产经营', en: 'Whether the loan was used for production' }],
  papers: [
    {
      kind: 'loanContract',
      name: { zh: '借款合同（写明金额、期限、利率）', en: 'Loan contract with amount, term and rate' },
      required: true,
      promisable: false,
    },
    {
      kind: 'interestStatement',
      name: { zh: '银行结息单（写明本金和用款天数）', en: 'Bank statement of interest with principal and days' },
      required: true,
      promisable: true,
    },
    {
      kind: 'extensionReason',
      name: { zh: '展期的，非主观原因证明', en: 'Where extended: proof of reasons beyond the borrower' },
      required: false,
      promisable: true,
    },
  ],
} as const satisfies Partial<ProgrammeOutline>;

export const microcreditInterest: ProgrammeOutline = {
  ...INTEREST,
  code: 'microcredit-interest',
  name: { zh: '扶贫小额信贷贴息', en: 'Microcredit interest subsidy' },
  summary: {
    zh: '5万至10万元、免抵押免担保的小额信贷，按本金、实际用款天数和年利率4.35%贴息，每户每年最高4350元；可无还本续贷，展期限非主观原因；退出后享受至贷款到期，最多3年。',
    en: 'Loans of 50,000 to 100,000 yuan without collateral: interest at 4.35 % a year for the days used, at most 4,350 a year. Renewal without repayment counts on, extension only for reasons beyond the borrower; goes on after the exit until the loan falls due, for three years at most.',
  },
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: true },
  measure: { ...YUAN_DAYS, maximum: 36_600_000 },
  loan: { leastYuan: 50_000, mostYuan: 100_000, mostMonths: 36 },
  continuation: { inObservation: true, afterExit: 'untilDue' },
  lifeEvents: { death: 'successor', split: 'goOn', birth: 'goOn', marriage: 'goOn', move: 'goOn' },
  standard: { kind: 'interest', basisPoints: 435, dayBasis: 360, capFen: 435_000 },
  lasts: { periods: 3 },
  remark: '小额信贷贴息',
};

/** 四议两公开: a collective borrows by the decision of its members, who also say who files for it. */
const COLLECTIVE_DECISION: ProgrammeOutline['papers'][number] = {
  kind: 'collectiveDecision',
  name: {
    zh: '村集体成员（代表）会议决议（同意借款和申请贴息，写明经办人）',
    en: 'Decision of the collective’s members to borrow and to apply, naming who files',
  },
  required: true,
  promisable: false,
};

/** 村集体: the same for what a village collective borrows for its low-income households. */
export const collectiveInterest: ProgrammeOutline = {
  ...INTEREST,
  code: 'collective-interest',
  name: { zh: '村集体扶贫贷款贴息', en: 'Interest subsidy for village collectives' },
  summary: {
    zh: '村集体为带动低收入农户借入的生产性贷款，由村集体自己申请，按本金、实际用款天数和年利率4.35%贴息，每年最高20000元，拨付到村集体账户；贴至贷款到期，最多3年。',
    en: 'What a village collective borrows to bring low-income households along, applied for by itself: interest at 4.35 % a year for the days used, at most 20,000 a year, to the collective’s account until the loan falls due, for three years at most.',
  },
  eligible: {
    ...{ standings: ['registered', 'observation', 'exited', 'unregistered'], groups: ALL_GROUPS, needsLabour: false },
    villageTypes: ['key', 'weak'],
  },
  papers: [COLLECTIVE_DECISION, ...INTEREST.papers],
  measure: { ...YUAN_DAYS, maximum: 366_000_000 },
  loan: { leastYuan: 50_000, mostYuan: 1_000_000, mostMonths: 36 },
  standard: { kind: 'interest', basisPoints: 435, dayBasis: 360, capFen: 2_000_000 },
  applicant: 'collective',
  payTo: 'collective',
  lasts: { periods: 3 },
  remark: '村集体贷款贴息',
};
