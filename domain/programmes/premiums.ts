import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

/** What premiums share: each member by itself, paid for the household straight to whoever insures it. */
const PREMIUM = {
  workflow: 'entitlement',
  setOff: 'never',
  period: 'year',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  paymentMode: 'direct',
  payTo: 'insurer',
  funding: { province: 5_000, city: 0, county: 5_000 },
  continuation: { inObservation: true, afterExit: 'stop' },
  lifeEvents: { death: 'recompute', split: 'recompute', birth: 'recompute', marriage: 'recompute', move: 'recompute' },
  papers: [],
} as const satisfies Partial<ProgrammeOutline>;

const INSURED = {
  name: { zh: '参保人数', en: 'Members insured' },
  unit: { zh: '人', en: 'persons' },
  scale: 0,
  minimum: 1,
  maximum: 20,
  counts: 'members',
} as const;

export const pensionPremium: ProgrammeOutline = {
  ...PREMIUM,
  code: 'pension-premium',
  name: { zh: '城乡居民养老保险费代缴', en: 'Pension premium' },
  summary: {
    zh: '为低收入农户中的参保成员代缴当地最低档次的城乡居民基本养老保险费，每人每年100元，直接缴入经办机构，农户不用垫付。',
    en: 'The premium of the lowest class of the residents’ pension insurance, 100 yuan a year for each member insured, paid straight to the insurer.',
  },
  basis: {
    zh: '浙委发〔2018〕41号 三（三）健全养老保险保障方式',
    en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(3): pension insurance',
  },
  source: exampleAfter('各地城乡居民基本养老保险最低缴费档次每人每年100元的规定'),
  measure: INSURED,
  standard: { kind: 'perUnit', fenPerUnit: 10_000, scale: 0, capFen: 200_000 },
  reviewLooksAt: [{ zh: '应代缴的成员是否全部参保', en: 'Whether all who should be are insured' }],
  remark: '养老保险代缴',
};

export const medicalPremium: ProgrammeOutline = {
  ...PREMIUM,
  code: 'medical-premium',
  name: { zh: '城乡居民医疗保险个人缴费补贴', en: 'Medical premium' },
  summary: {
    zh: '低收入农户参加城乡居民基本医疗保险的个人缴费由财政补贴，每人每年400元，直接缴入经办机构，农户不用垫付。',
    en: 'The own share of the residents’ medical insurance, 400 yuan a year for each member insured, paid straight to the insurer.',
  },
  basis: {
    zh: '浙委发〔2018〕41号 三（四）强化基本医疗保障',
    en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(4): medical insurance',
  },
  source: exampleAfter('国家医保局2024年城乡居民医保个人缴费每人每年400元的标准'),
  measure: INSURED,
  standard: { kind: 'perUnit', fenPerUnit: 40_000, scale: 0, capFen: 800_000 },
  reviewLooksAt: [{ zh: '应补贴的成员是否全部参保', en: 'Whether all who should be are insured' }],
  remark: '医疗保险补贴',
};
