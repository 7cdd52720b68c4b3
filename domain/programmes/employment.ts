import { ALL_GROUPS, exampleAfter, INDUSTRY_CLAUSE, type ProgrammeOutline, WITH_LABOUR } from './outline.js';

const SKILLS_CLAUSE = {
  zh: '浙委发〔2018〕41号 二（二）大力提升低收入农户职业技能',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 2(2): skills',
};

/** Whoever brings low-income households along need not be one. */
const ANYBODY = {
  standings: ['registered', 'observation', 'exited', 'unregistered'],
  groups: ALL_GROUPS,
  needsLabour: true,
} as const satisfies ProgrammeOutline['eligible'];

/** The plan sets a minimum rate of the fees paid out; the county's rate may lie above it. */
export const processingAgent: ProgrammeOutline = {
  code: 'processing-agent',
  name: { zh: '来料加工经纪人补助', en: 'Processing agents' },
  summary: {
    zh: '带动低收入农户从事来料加工的经纪人，按其发放给农户的加工费的2%补助，每年最高20000元，且不低于加工费的1%，公示后拨付到本人账户。',
    en: 'Agents who give processing work to low-income households: 2 % of the fees they paid out, at most 20,000 yuan a year but never under 1 %, paid straight after the notice.',
  },
  basis: INDUSTRY_CLAUSE,
  source: exampleAfter('各地来料加工经纪人奖补办法的通行做法拟定（比例和最低比例均为示例）'),
  period: 'year',
  eligible: ANYBODY,
  measure: {
    name: { zh: '发放的加工费', en: 'Fees paid out' },
    unit: { zh: '元', en: 'yuan' },
    scale: 2,
    minimum: 1_000_000,
    maximum: 1_000_000_000,
  },
  standard: { kind: 'share', basisPoints: 200, capFen: 2_000_000, leastBasisPoints: 100 },
  paymentMode: 'direct',
  payTo: 'agent',
  reviewLooksAt: [{ zh: '加工费是否如数发到农户', en: 'Whether the fees reached the households' }],
  papers: [
    {
      kind: 'feeRegister',
      name: { zh: '加工费发放清单（农户签收）', en: 'List of fees paid out, signed by the households' },
      required: true,
      promisable: false,
    },
  ],
  remark: '来料加工经纪人补助',
};

export const skillsTraining: ProgrammeOutline = {
  code: 'skills-training',
  name: { zh: '职业技能免费培训', en: 'Free skills training' },
  summary: {
    zh: '低收入农户参加家政、农家乐、电子商务等技能培训免费，培训费由财政付给学校：初级800元、中级1200元、高级1800元，每人每年一次。',
    en: 'Training is free for low-income households; its cost goes to the school: 800, 1,200 or 1,800 yuan by grade, once a year for each person.',
  },
  basis: SKILLS_CLAUSE,
  source: exampleAfter('各地职业技能培训补贴标准的通行做法拟定'),
  personal: true,
  period: 'year',
  eligible: WITH_LABOUR,
  measure: {
    name: { zh: '培训等级', en: 'Grade of the training' },
    unit: { zh: '级', en: 'grade' },
    scale: 0,
    minimum: 1,
    maximum: 3,
    grades: [
      { zh: '初级', en: 'basic' },
      { zh: '中级', en: 'middle' },
      { zh: '高级', en: 'advanced' },
    ],
  },
  standard: { kind: 'byGrade', fenByGrade: [80_000, 120_000, 180_000] },
  paymentMode: 'reimbursement',
  payTo: 'school',
  payeeChosen: 'application',
  reviewLooksAt: [{ zh: '结业后是否就业创业', en: 'Whether work was found after it' }],
  papers: [
    {
      kind: 'trainingCertificate',
      name: { zh: '结业（技能等级）证书', en: 'Certificate of the training' },
      required: true,
      promisable: true,
    },
  ],
  remark: '技能培训补贴',
};

export const leadEntrepreneur: ProgrammeOutline = {
  code: 'lead-entrepreneur',
  name: { zh: '扶贫致富带头人奖励', en: 'Lead entrepreneurs' },
  summary: {
    zh: '带头人至少带动10户低收入农户创业就业的，每带动一户奖励1000元，每年最高30000元，核实验收后拨付。',
    en: 'Whoever brings ten low-income households or more along into work or business: 1,000 yuan for each, at most 30,000 a year, paid after acceptance.',
  },
  basis: SKILLS_CLAUSE,
  source: exampleAfter('各地致富带头人奖补办法的通行做法拟定'),
  period: 'year',
  eligible: ANYBODY,
  measure: {
    name: { zh: '带动户数', en: 'Households brought along' },
    unit: { zh: '户', en: 'household' },
    scale: 0,
    minimum: 10,
    maximum: 100,
  },
  standard: { kind: 'perUnit', fenPerUnit: 100_000, scale: 0, capFen: 3_000_000 },
  paymentMode: 'reward',
  reviewLooksAt: [{ zh: '被带动户一年后是否仍有收入', en: 'Whether the households still earn by it a year later' }],
  papers: [
    {
      kind: 'householdsBrought',
      name: { zh: '带动农户名单和用工、收购合同', en: 'List of the households with contracts of work or purchase' },
      required: true,
      promisable: false,
    },
  ],
  remark: '致富带头人奖励',
};
