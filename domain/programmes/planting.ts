import {
  exampleAfter,
  INDUSTRY_CLAUSE,
  PENGSHUI_2024,
  type ProgrammeOutline,
  PURCHASE_RECEIPT,
  QIMEN_2021,
  SITE_LEASE,
  WITH_LABOUR,
} from './outline.js';

const AREA = {
  unit: { zh: '亩', en: 'mu' },
  scale: 2,
};

export const teaGarden: ProgrammeOutline = {
  code: 'tea-garden',
  name: { zh: '茶园管护提升补助', en: 'Tea garden improvement' },
  summary: {
    zh: '对修剪、补植、增施有机肥、绿色防控的自种茶园，每亩补助200元，每户每年最高4000元，验收后拨付。',
    en: 'Pruning, replanting, organic manure and green pest control of the household’s tea garden: 200 yuan per mu, at most 4,000 a year, paid after acceptance.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter(`${QIMEN_2021}：茶园管护200元/亩`),
  period: 'year',
  eligible: WITH_LABOUR,
  measure: { name: { zh: '管护面积', en: 'Area tended' }, ...AREA, minimum: 50, maximum: 2000 },
  standard: { kind: 'perUnit', fenPerUnit: 20_000, scale: 2, capFen: 400_000 },
  paymentMode: 'reimbursement',
  papers: [SITE_LEASE, PURCHASE_RECEIPT],
  remark: '茶园管护补助',
};

export const medicinalHerbs: ProgrammeOutline = {
  code: 'medicinal-herbs',
  name: { zh: '中药材种植补助', en: 'Medicinal herbs' },
  summary: {
    zh: '新种黄精、前胡、覆盆子等中药材，每亩补助1000元，每户每年最高5000元，验收后拨付。',
    en: 'Newly planted Solomon’s seal, hogfennel, raspberry and other medicinal plants: 1,000 yuan per mu, at most 5,000 a year, paid after acceptance.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter(`${PENGSHUI_2024}：多年生草本药材1000元/亩`),
  period: 'year',
  eligible: WITH_LABOUR,
  measure: { name: { zh: '新种面积', en: 'Area planted' }, ...AREA, minimum: 50, maximum: 1000 },
  standard: { kind: 'perUnit', fenPerUnit: 100_000, scale: 2, capFen: 500_000 },
  paymentMode: 'reimbursement',
  papers: [SITE_LEASE, PURCHASE_RECEIPT],
  remark: '中药材种植补助',
};

export const woodyOil: ProgrammeOutline = {
  code: 'woody-oil',
  name: { zh: '山核桃、油茶新造补助', en: 'Hickory and oil-tea planting' },
  summary: {
    zh: '新造山核桃、油茶、香榧等木本油料，每亩补助300元，每户一次，最高3000元，验收后拨付。',
    en: 'New stands of hickory, oil-tea or torreya: 300 yuan per mu, once per household, at most 3,000, paid after acceptance.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter(`${QIMEN_2021}：木本油料新造300元/亩`),
  period: 'once',
  eligible: WITH_LABOUR,
  measure: { name: { zh: '新造面积', en: 'Area planted' }, ...AREA, minimum: 80, maximum: 3000 },
  standard: { kind: 'perUnit', fenPerUnit: 30_000, scale: 2, capFen: 300_000 },
  paymentMode: 'reimbursement',
  papers: [SITE_LEASE, PURCHASE_RECEIPT],
  remark: '木本油料新造补助',
};
