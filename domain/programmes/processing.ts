import {
  ALL_GROUPS,
  exampleAfter,
  INDUSTRY_CLAUSE,
  type ProgrammeOutline,
  PURCHASE_RECEIPT,
  WITH_LABOUR,
} from './outline.js';

/** The plan itself names this subsidy and leaves the share to the county. Nothing is built, so nothing is accepted. */
export const homeProcessing: ProgrammeOutline = {
  code: 'home-processing',
  name: { zh: '来料加工补助', en: 'Home-processing subsidy' },
  summary: {
    zh: '参加来料加工的低收入农户，按加工实际收入的10%补助，每户每年最高2000元，公示后直接拨付。',
    en: 'Ten per cent of what the household earned by home processing, at most 2,000 yuan a year, paid straight after the notice.',
  },
  basis: INDUSTRY_CLAUSE,
  source: {
    kind: 'example',
    text: '示例标准：文件规定“按实际收入的一定比例”补助，比例由县确定；使用前请以本县公布的比例替换',
  },
  period: 'year',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '加工实际收入', en: 'Earned by processing' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    minimum: 10_000,
    maximum: 10_000_000,
  },
  standard: { kind: 'share', basisPoints: 1_000, capFen: 200_000 },
  paymentMode: 'direct',
  papers: [
    {
      kind: 'processingStatement',
      name: { zh: '经纪人出具的加工费结算单', en: 'Statement of processing fees by the agent' },
      required: true,
      promisable: false,
    },
  ],
  remark: '来料加工补助',
};

export const handicraft: ProgrammeOutline = {
  code: 'handicraft',
  name: { zh: '传统手工业设备补助', en: 'Traditional crafts' },
  summary: {
    zh: '从事竹编、木作、刺绣等传统手工业，购置设备按实际支出的30%补助，每户每年最高3000元，验收后拨付。',
    en: 'Bamboo work, joinery, embroidery and other crafts: 30 per cent of what was spent on equipment, at most 3,000 yuan a year, paid after acceptance.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter('各地到户产业项目以奖代补办法的通行做法拟定'),
  period: 'year',
  eligible: WITH_LABOUR,
  measure: {
    name: { zh: '设备支出', en: 'Spent on equipment' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    minimum: 50_000,
    maximum: 5_000_000,
  },
  standard: { kind: 'share', basisPoints: 3_000, capFen: 300_000 },
  paymentMode: 'reward',
  papers: [PURCHASE_RECEIPT],
  remark: '手工业设备补助',
};
