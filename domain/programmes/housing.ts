import { ALL_GROUPS, exampleAfter, type ProgrammeOutline } from './outline.js';

/** The housing clause of the provincial plan: deadlines and amounts are the county's. */
const HOUSING_CLAUSE = {
  zh: '浙委发〔2018〕41号 三（五）改善居住生活条件',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(5): housing',
};

/** Danger, from the house that is sound to the one that is unsafe as a whole. */
const GRADES = ['A', 'B', 'C', 'D'].map((letter) => ({ zh: `${letter}级`, en: `grade ${letter}` }));

export const renovation: ProgrammeOutline = {
  code: 'renovation',
  name: { zh: '农村危旧房改造补助', en: 'Renovation of a dilapidated house' },
  summary: {
    zh: '唯一住房经鉴定为C级（局部危险）、D级（整栋危险）的，按户类别补助10000至30000元，竣工验收后足额拨付到户，政府统一组织施工的经农户同意可付给施工单位；无建房能力的，通过长期租赁（按租期补助租金，经农户同意可付给出租人）、廉租房、公益房保障。',
    en: 'The only home, appraised as grade C (in part) or D (whole): 10,000 to 30,000 yuan by group of household, paid in full after the works are accepted; to the contractor of government-organised works where the household agrees. Whoever cannot build gets a long lease, with its rent subsidised and paid to the lessor where the household agrees, or public housing.',
  },
  workflow: 'renovation',
  basis: HOUSING_CLAUSE,
  source: exampleAfter('各地农村困难家庭危房改造补助办法的通行做法拟定'),
  period: 'once',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '危险等级', en: 'Grade of danger' },
    unit: { zh: '级', en: 'grade' },
    scale: 0,
    minimum: 3,
    maximum: 4,
    grades: GRADES,
  },
  standard: {
    kind: 'byGradeAndGroup',
    fenByGrade: {
      dibao: [0, 0, 1_500_000, 3_000_000],
      dibaoMarginal: [0, 0, 1_200_000, 2_500_000],
      lowIncome: [0, 0, 1_000_000, 2_000_000],
    },
  },
  paymentMode: 'reimbursement',
  orPayTo: 'contractor',
  rent: { minimum: 12, maximum: 60, fenPerMonth: 30_000, capFen: 1_500_000 },
  papers: [
    {
      kind: 'homesteadCertificate',
      name: { zh: '宅基地（农村房屋）权属证明', en: 'Certificate of the homestead' },
      required: true,
      promisable: true,
    },
  ],
  remark: '危旧房改造补助',
};

export const relocation: ProgrammeOutline = {
  code: 'relocation',
  name: { zh: '异地搬迁补助', en: 'Relocation' },
  summary: {
    zh: '从地质灾害点、高山远山搬迁到安置点或其他住处，每人补助20000元（省15000元、县5000元），人均建设用地80平方米；签订协议后先付一半，入住并处置旧宅后付清。',
    en: 'Moving away from hazard or remoteness, to a site or elsewhere: 20,000 yuan per person (15,000 of the province, 5,000 of the county) and 80 square metres of building land each; half when the agreement is signed, the rest when the household has moved in and settled its old homestead.',
  },
  workflow: 'relocation',
  basis: HOUSING_CLAUSE,
  source: exampleAfter('省级异地搬迁补助办法的通行做法拟定'),
  period: 'once',
  eligible: { standings: ['registered', 'observation'], groups: ALL_GROUPS, needsLabour: false },
  measure: {
    name: { zh: '搬迁人数', en: 'Persons who move' },
    unit: { zh: '人', en: 'persons' },
    scale: 0,
    minimum: 1,
    maximum: 20,
  },
  standard: { kind: 'perUnit', fenPerUnit: 2_000_000, scale: 0, capFen: 40_000_000 },
  paymentMode: 'reimbursement',
  funding: { province: 7_500, city: 0, county: 2_500 },
  papers: [
    {
      kind: 'homesteadCertificate',
      name: { zh: '宅基地（农村房屋）权属证明', en: 'Certificate of the homestead' },
      required: true,
      promisable: true,
    },
  ],
  remark: '异地搬迁补助',
};
