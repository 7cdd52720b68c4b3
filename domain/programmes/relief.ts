import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

/** The relief clause of the provincial plan: any rural household in a disaster, low-income ones in passing hardship. */
const RELIEF_CLAUSE = {
  zh: '浙委发〔2018〕41号 三（八）积极实施灾害救助制度',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(8): relief',
};

export const disasterRelief: ProgrammeOutline = {
  code: 'disaster-relief',
  name: { zh: '因灾生活救助', en: 'Disaster relief' },
  summary: {
    zh: '因自然灾害基本生活受到严重影响的农户（不论是否建档），按受灾人口每人300元救助，每户每次最高3000元，先拨付后公告。',
    en: 'Any rural household, registered or not, whose life a natural disaster has gravely affected: 300 yuan per person, at most 3,000 each time; paid first and announced after.',
  },
  basis: RELIEF_CLAUSE,
  workflow: 'relief',
  setOff: 'never',
  source: exampleAfter('各地自然灾害生活救助办法的通行做法拟定'),
  period: 'each',
  despiteClaims: true,
  eligible: {
    standings: ['registered', 'observation', 'exited', 'unregistered'],
    groups: ALL_GROUPS,
    needsLabour: false,
  },
  measure: {
    name: { zh: '受灾人口', en: 'Persons affected' },
    unit: { zh: '人', en: 'persons' },
    scale: 0,
    minimum: 1,
    maximum: 10,
  },
  standard: { kind: 'perUnit', fenPerUnit: 30_000, scale: 0, capFen: 300_000 },
  paymentMode: 'direct',
  papers: [
    {
      kind: 'damagePhoto',
      name: { zh: '受灾情况照片', en: 'Photograph of the damage' },
      required: true,
      promisable: false,
    },
  ],
  remark: '因灾生活救助',
};

export const temporaryRelief: ProgrammeOutline = {
  code: 'temporary-relief',
  name: { zh: '临时救助', en: 'Temporary relief' },
  summary: {
    zh: '因特殊原因基本生活暂时严重困难的低收入农户，非定期、非定量，根据实际困难逐户研究确定并说明理由，每次最高10000元，先拨付后公告。',
    en: 'Low-income households in grave passing hardship: no formula, by a reasoned decision, at most 10,000 yuan each time; paid first and announced after.',
  },
  basis: RELIEF_CLAUSE,
  workflow: 'relief',
  setOff: 'never',
  source: exampleAfter('各地临时救助办法的通行做法拟定'),
  period: 'each',
  despiteClaims: true,
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '申请救助金额', en: 'Amount asked for' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    minimum: 10_000,
    maximum: 1_000_000,
  },
  standard: { kind: 'discretionary', limitFen: 1_000_000 },
  paymentMode: 'direct',
  papers: [
    {
      kind: 'hardshipProof',
      name: { zh: '困难情况证明材料', en: 'Proof of the hardship' },
      required: true,
      promisable: false,
    },
  ],
  remark: '临时救助',
};
