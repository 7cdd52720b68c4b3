import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

/** 雨露计划 for a child of the household, each school term; paid to the child's own account, or to its school by consent. */
export const educationAid: ProgrammeOutline = {
  code: 'education-aid',
  name: { zh: '雨露计划助学补助', en: 'Education aid (Yulu plan)' },
  summary: {
    zh: '低收入农户子女接受中等、高等职业教育的，每人每学期补助1500元，批准一次、每学期核对后发放，最多6学期；观察期内继续享受。',
    en: 'For each child of the household in vocational education: 1,500 yuan a term, granted once, looked at and paid each term, six at most; goes on under observation.',
  },
  basis: {
    zh: '浙委发〔2018〕41号 四（一）实施教育扶贫行动',
    en: 'Zhejiang plan for low-income rural households 2018-2022, section 4(1): education',
  },
  workflow: 'entitlement',
  source: exampleAfter('国务院扶贫办“雨露计划”职业教育助学补助每生每年3000元左右的标准'),
  period: 'term',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '在校学生', en: 'Students' },
    unit: { zh: '人', en: 'student' },
    scale: 0,
    minimum: 1,
    maximum: 1,
  },
  standard: { kind: 'flat', fen: 150_000 },
  paymentMode: 'direct',
  payTo: 'person',
  orPayTo: 'school',
  continuation: { inObservation: true, afterExit: 'stop' },
  lifeEvents: { death: 'recompute', split: 'recompute', birth: 'goOn', marriage: 'goOn', move: 'recompute' },
  lasts: { periods: 6, untilAge: 25 },
  papers: [
    {
      kind: 'enrolmentProof',
      name: { zh: '在校（学籍）证明', en: 'Proof of enrolment' },
      required: true,
      promisable: true,
    },
  ],
  remark: '雨露计划助学补助',
};

/** 光伏收益分红: shares in an asset; what a share brings in a year follows from the asset's income. */
export const photovoltaicDividend: ProgrammeOutline = {
  code: 'photovoltaic-dividend',
  name: { zh: '光伏资产收益分红', en: 'Photovoltaic dividend' },
  summary: {
    zh: '光伏等资产收益按份分配到低收入农户，优先保障无劳动能力的农户；每份每年按1000元预计，以当年实际收益核算为准，批准一次、每年发放。',
    en: 'Income of photovoltaic and other assets by shares, first to households without labour: 1,000 yuan a share is expected, what the year brings is paid; granted once, paid each year.',
  },
  basis: {
    zh: '浙委发〔2018〕41号 二（三）有序推进“光伏小康工程”项目建设、二（四）拓宽财产性收入渠道',
    en: 'Zhejiang plan for low-income rural households 2018-2022, section 2(3) and 2(4): photovoltaic project, income from assets',
  },
  workflow: 'entitlement',
  source: exampleAfter('《浙江省“光伏小康工程”实施方案》的分配原则拟定'),
  period: 'year',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '持有份额', en: 'Shares held' },
    unit: { zh: '份', en: 'shares' },
    scale: 0,
    minimum: 1,
    maximum: 10,
  },
  standard: { kind: 'perUnit', fenPerUnit: 100_000, scale: 0, capFen: 1_000_000 },
  paymentMode: 'direct',
  continuation: { inObservation: true, afterExit: 'stop' },
  lifeEvents: { death: 'successor', split: 'recompute', birth: 'goOn', marriage: 'goOn', move: 'goOn' },
  paidByDividend: true,
  papers: [],
  remark: '光伏收益分红',
};
