import {
  exampleAfter,
  INDUSTRY_CLAUSE,
  type ProgrammeOutline,
  PURCHASE_RECEIPT,
  QIMEN_2021,
  SITE_LEASE,
  WITH_LABOUR,
} from './outline.js';

/** What all breeding programmes share: heads are counted at the acceptance. */
const BREEDING = {
  basis: INDUSTRY_CLAUSE,
  period: 'year',
  eligible: WITH_LABOUR,
  paymentMode: 'reimbursement',
  papers: [PURCHASE_RECEIPT, SITE_LEASE],
} as const satisfies Partial<ProgrammeOutline>;

export const beekeeping: ProgrammeOutline = {
  ...BREEDING,
  code: 'beekeeping',
  name: { zh: '中蜂养殖补助', en: 'Beekeeping' },
  summary: {
    zh: '饲养中蜂5箱以上，每箱补助200元，每户每年最高5000元，验收后拨付。',
    en: 'Five hives of Chinese honey bees or more: 200 yuan per hive, at most 5,000 a year, paid after acceptance.',
  },
  source: exampleAfter(`${QIMEN_2021}：中蜂200元/箱`),
  papers: [PURCHASE_RECEIPT],
  measure: {
    name: { zh: '饲养数量', en: 'Hives kept' },
    unit: { zh: '箱', en: 'hives' },
    scale: 0,
    minimum: 5,
    maximum: 60,
  },
  standard: { kind: 'perUnit', fenPerUnit: 20_000, scale: 0, capFen: 500_000 },
  remark: '中蜂养殖补助',
};

export const pigs: ProgrammeOutline = {
  ...BREEDING,
  code: 'pigs',
  name: { zh: '生猪养殖补助', en: 'Pig breeding' },
  summary: {
    zh: '当年养猪3头以上，每头补助400元，每户每年最高4000元，验收后拨付。',
    en: 'Three pigs or more in the year: 400 yuan each, at most 4,000 a year, paid after acceptance.',
  },
  source: exampleAfter(`${QIMEN_2021}：养猪400元/头`),
  measure: {
    name: { zh: '养殖数量', en: 'Pigs kept' },
    unit: { zh: '头', en: 'pigs' },
    scale: 0,
    minimum: 3,
    maximum: 50,
  },
  standard: { kind: 'perUnit', fenPerUnit: 40_000, scale: 0, capFen: 400_000 },
  remark: '生猪养殖补助',
};

export const goats: ProgrammeOutline = {
  ...BREEDING,
  code: 'goats',
  name: { zh: '山羊养殖补助', en: 'Goat breeding' },
  summary: {
    zh: '当年养羊6只以上，每只补助300元，每户每年最高4500元，验收后拨付。',
    en: 'Six goats or more in the year: 300 yuan each, at most 4,500 a year, paid after acceptance.',
  },
  source: exampleAfter(`${QIMEN_2021}：养羊300元/只`),
  measure: {
    name: { zh: '养殖数量', en: 'Goats kept' },
    unit: { zh: '只', en: 'goats' },
    scale: 0,
    minimum: 6,
    maximum: 100,
  },
  standard: { kind: 'perUnit', fenPerUnit: 30_000, scale: 0, capFen: 450_000 },
  remark: '山羊养殖补助',
};

export const poultry: ProgrammeOutline = {
  ...BREEDING,
  code: 'poultry',
  name: { zh: '家禽养殖补助', en: 'Poultry' },
  summary: {
    zh: '当年养鸡、鸭、鹅等合计100羽以上，每羽补助10元，每户每年最高3000元，验收后拨付。',
    en: 'A hundred chickens, ducks or geese or more in the year: 10 yuan each, at most 3,000 a year, paid after acceptance.',
  },
  source: exampleAfter(`${QIMEN_2021}：肉禽10元/羽`),
  measure: {
    name: { zh: '养殖数量', en: 'Birds kept' },
    unit: { zh: '羽', en: 'birds' },
    scale: 0,
    minimum: 100,
    maximum: 2000,
  },
  standard: { kind: 'perUnit', fenPerUnit: 1_000, scale: 0, capFen: 300_000 },
  remark: '家禽养殖补助',
};
