import {
  ALL_GROUPS,
  exampleAfter,
  INDUSTRY_CLAUSE,
  type ProgrammeOutline,
  PURCHASE_RECEIPT,
  WITH_LABOUR,
} from './outline.js';

export const farmStay: ProgrammeOutline = {
  code: 'farm-stay',
  name: { zh: '农家乐（渔家乐）开办补助', en: 'Opening of a farm stay' },
  summary: {
    zh: '低收入农户新开办农家乐、渔家乐并开始经营，一次性补助5000元，验收后拨付。观察期农户不再享受。',
    en: 'A farm or fishing stay newly opened and in business: 5,000 yuan once, paid after acceptance. Not for households under observation.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter('各地乡村旅游到户奖补办法的通行做法拟定'),
  period: 'once',
  eligible: { standings: ['registered'], groups: ALL_GROUPS, needsLabour: true },
  measure: {
    name: { zh: '开办户数', en: 'Farm stays opened' },
    unit: { zh: '户', en: 'farm stay' },
    scale: 0,
    minimum: 1,
    maximum: 1,
  },
  standard: { kind: 'flat', fen: 500_000 },
  paymentMode: 'reward',
  papers: [PURCHASE_RECEIPT],
  remark: '农家乐开办补助',
};

export const eCommerce: ProgrammeOutline = {
  code: 'e-commerce',
  name: { zh: '农村电商销售奖补', en: 'Rural e-commerce' },
  summary: {
    zh: '通过网店销售自家农产品，按网上销售额的5%奖补，每户每年最高3000元，核实验收后拨付。',
    en: 'Five per cent of what the household sold of its own produce online, at most 3,000 yuan a year, paid after acceptance.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter('各地农村电商到户奖补办法的通行做法拟定'),
  period: 'year',
  eligible: WITH_LABOUR,
  measure: {
    name: { zh: '网上销售额', en: 'Online sales' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    minimum: 100_000,
    maximum: 50_000_000,
  },
  standard: { kind: 'share', basisPoints: 500, capFen: 300_000 },
  paymentMode: 'reward',
  papers: [
    {
      kind: 'salesRecord',
      name: { zh: '网店销售记录', en: 'Sales record of the online shop' },
      required: true,
      promisable: true,
    },
  ],
  remark: '农村电商奖补',
};
