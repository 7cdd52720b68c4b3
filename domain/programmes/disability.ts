import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

/** 重度残疾人护理补贴. What notices call it tells nothing of the disability. */
export const disabilityAllowance: ProgrammeOutline = {
  code: 'disability-allowance',
  name: { zh: '重度残疾人护理补贴', en: 'Care allowance for the severely disabled' },
  summary: {
    zh: '低收入农户中持证的一级、二级残疾成员，一级每月500元，二级每月250元，发放到本人账户；批准一次，每月核对后发放。',
    en: 'For a member disabled to grade 1 or 2: 500 or 250 yuan a month to the own account; granted once, looked at and paid each month.',
  },
  basis: {
    zh: '浙委发〔2018〕41号 三（六）提高低收入残疾人救助水平',
    en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(6): the disabled',
  },
  workflow: 'entitlement',
  setOff: 'never',
  source: exampleAfter('浙江省重度残疾人护理补贴分档发放办法的通行做法拟定'),
  period: 'month',
  eligible: {
    ...{ standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
    disabilityGrades: [1, 2],
  },
  measure: {
    name: { zh: '残疾等级', en: 'Grade of disability' },
    unit: { zh: '级', en: 'grade' },
    scale: 0,
    minimum: 1,
    maximum: 2,
    grades: [
      { zh: '一级', en: 'grade 1' },
      { zh: '二级', en: 'grade 2' },
    ],
  },
  standard: { kind: 'byGrade', fenByGrade: [50_000, 25_000] },
  paymentMode: 'direct',
  payTo: 'person',
  funding: { province: 6_000, city: 0, county: 4_000 },
  continuation: { inObservation: true, afterExit: 'stop' },
  lifeEvents: { death: 'stop', split: 'goOn', birth: 'goOn', marriage: 'goOn', move: 'recompute' },
  reviewLooksAt: [{ zh: '残疾等级是否仍然有效', en: 'Whether the grade still holds' }],
  noticeName: { zh: '低收入农户生活补贴', en: 'Allowance for low-income households' },
  papers: [
    {
      kind: 'disabilityCertificate',
      name: { zh: '残疾人证（部门数据已有的不用交）', en: 'Certificate (not where the state has it)' },
      required: false,
      promisable: true,
    },
  ],
  remark: '生活补贴',
};
