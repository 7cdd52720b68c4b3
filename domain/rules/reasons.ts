import type { Bilingual } from '../schemas/common.js';
import type { Stage, Verdict } from './stages.js';

interface Reason extends Bilingual {
  /** Where it can be found out. */
  readonly stages: readonly Stage[];
  readonly verdicts: readonly Verdict[];
  /** Legal basis, as it stands in the decision. */
  readonly basis: Bilingual;
}

const SCOPE = {
  zh: '浙委发〔2018〕41号 一（三）实施范围和对象',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 1(3): scope',
};
const MANAGEMENT = {
  zh: '浙委发〔2018〕41号 六（四）完善扶贫业务管理；本县公布的项目申报指南',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 6(4): management; the county’s published guide to the programme',
};
const STANDARDS = {
  zh: '浙委发〔2018〕41号 二（一）产业扶持；本县公布的补助标准',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 2(1): support of industry; the county’s published standards',
};
const PAYMENT = {
  zh: '浙委发〔2018〕41号 三（五）及时足额直接拨付到户',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(5): straight to the household, in full and on time',
};
const INTEGRITY = {
  zh: '浙委发〔2018〕41号 四（十）；《财政违法行为处罚处分条例》',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 4(10); Regulation on penalties for unlawful fiscal acts',
};

const HOUSING = {
  zh: '浙委发〔2018〕41号 三（五）改善居住生活条件；本县公布的危旧房改造、异地搬迁办法',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(5): housing; the county’s published rules of renovation and relocation',
};

const RELIEF = {
  zh: '浙委发〔2018〕41号 三（八）积极实施灾害救助制度；本县公布的救助办法',
  en: 'Zhejiang plan for low-income rural households 2018-2022, section 3(8): relief; the county’s published rules of relief',
};

/** The stages that judge an application before anything is built. */
const DECIDING = [
  ...([
    'initialCheck',
    'townshipVerification',
    'projectApproval',
    'housingApproval',
    'reliefDecision',
    'entitlementApproval',
  ] as const),
] as const;

/** The levels that a tiered application comes through. */
const ENDORSING = ['villageEndorsement', 'townshipEndorsement'] as const;

/** Why a decision went against somebody, or an objection was settled as it was. Example data of the county. */
export const REASONS = {
  PAPERS_INCOMPLETE: {
    stages: [...ENDORSING, ...DECIDING],
    verdicts: ['return'],
    zh: '材料不齐全或不清晰',
    en: 'Papers are missing or cannot be read',
    basis: MANAGEMENT,
  },
  DETAILS_INCORRECT: {
    stages: [...ENDORSING, ...DECIDING],
    verdicts: ['return'],
    zh: '填报内容与登记信息不一致',
    en: 'What was filled in differs from the register',
    basis: MANAGEMENT,
  },
  PAYMENT_DETAILS_WRONG: {
    stages: ['paymentReview'],
    verdicts: ['return'],
    zh: '补贴清册内容有误，退回重新编制',
    en: 'The payment order is not right and is to be made anew',
    basis: PAYMENT,
  },
  NOT_ELIGIBLE: {
    stages: DECIDING,
    verdicts: ['refuse'],
    zh: '不属于该项目扶持对象',
    en: 'Not among those covered',
    basis: SCOPE,
  },
  PROJECT_NOT_COVERED: {
    stages: DECIDING,
    verdicts: ['refuse'],
    zh: '申报内容不在该项目扶持范围',
    en: 'What is applied for is not covered by the programme',
    basis: STANDARDS,
  },
  NOT_FOUND_ON_SITE: {
    stages: ['townshipVerification', 'projectApproval', 'housingApproval', 'reliefDecision'],
    verdicts: ['refuse'],
    zh: '现场核实与申报不符，项目无法实施',
    en: 'The project was not found on the spot as applied for, or cannot be carried out',
    basis: MANAGEMENT,
  },
  PAID_ELSEWHERE: {
    stages: [...DECIDING, 'acceptanceInspection', 'worksAcceptance'],
    verdicts: ['refuse'],
    zh: '同一内容已享受其他财政补助',
    en: 'The same project is paid from another public fund',
    basis: STANDARDS,
  },
  FALSE_CLAIM: {
    stages: [...DECIDING, 'acceptanceInspection', 'worksAcceptance'],
    verdicts: ['refuse'],
    zh: '虚报冒领',
    en: 'A false claim',
    basis: INTEGRITY,
  },
  OBJECTION_JUSTIFIED: {
    stages: ['objectionHearing'],
    verdicts: ['refuse', 'amend'],
    zh: '公示异议经核实成立',
    en: 'An objection during the notice was found justified',
    basis: MANAGEMENT,
  },
  NOT_ACCEPTED: {
    stages: ['acceptanceInspection', 'worksAcceptance', 'movingInInspection', 'homesteadInspection'],
    verdicts: ['rectify', 'refuse'],
    zh: '验收未达到项目要求',
    en: 'The project does not meet what was approved',
    basis: STANDARDS,
  },
  NO_MONEY_FOR_PERIOD: {
    stages: ['periodFunding'],
    verdicts: ['refuse'],
    zh: '当期无资金指标',
    en: 'There is no money for this period',
    basis: PAYMENT,
  },
  RELIEF_NOT_JUSTIFIED: {
    stages: ['reliefConfirmation'],
    verdicts: ['refuse'],
    zh: '救助事由不实或不符合救助条件',
    en: 'The need was not as stated, or does not qualify for relief',
    basis: RELIEF,
  },
  RELIEF_TOO_HIGH: {
    stages: ['reliefConfirmation'],
    verdicts: ['refuse'],
    zh: '救助金额与困难程度不相当',
    en: 'The amount does not fit the need',
    basis: RELIEF,
  },
  OBJECTION_UNFOUNDED: {
    stages: ['objectionHearing'],
    verdicts: ['dismiss'],
    zh: '经核实，异议所述情况不属实',
    en: 'What the objection says was found not to be so',
    basis: MANAGEMENT,
  },
  OBJECTION_NOT_RELEVANT: {
    stages: ['objectionHearing'],
    verdicts: ['dismiss'],
    zh: '异议所述情况不影响本项目',
    en: 'What the objection says has no bearing on this project',
    basis: MANAGEMENT,
  },
  DECISION_CORRECT: {
    stages: ['internalReview'],
    verdicts: ['uphold'],
    zh: '原决定事实清楚、依据正确',
    en: 'The decision was right in fact and basis',
    basis: MANAGEMENT,
  },
  FACTS_WRONG: {
    stages: ['internalReview'],
    verdicts: ['overturn'],
    zh: '原决定认定事实有误',
    en: 'The decision was wrong in fact',
    basis: MANAGEMENT,
  },
  BASIS_WRONG: {
    stages: ['internalReview'],
    verdicts: ['overturn'],
    zh: '原决定适用依据有误',
    en: 'The decision was wrong in its basis',
    basis: MANAGEMENT,
  },
  HOUSEHOLD_CHANGED: {
    stages: ['householdChange'],
    verdicts: ['close'],
    zh: '家庭情况变化，项目不能继续',
    en: 'After the change in the household the project cannot go on',
    basis: MANAGEMENT,
  },
  CONSENT_NOT_GIVEN: {
    stages: ['consentConfirmation'],
    verdicts: ['deny'],
    zh: '经向本户核实，没有委托代办此项申请',
    en: 'Asked, the household had not agreed to the application',
    basis: MANAGEMENT,
  },
  HOUSE_SAFE: {
    stages: ['houseAppraisal'],
    verdicts: ['refuse'],
    zh: '经鉴定为A级或B级，不属于危房',
    en: 'Appraised as grade A or B: the house is not unsafe',
    basis: HOUSING,
  },
  NOT_THE_ONLY_HOME: {
    stages: ['houseAppraisal', 'housingApproval'],
    verdicts: ['refuse'],
    zh: '不是本户唯一住房',
    en: 'Not the household’s only home',
    basis: HOUSING,
  },
  LONG_LEASE: {
    stages: ['housingApproval'],
    verdicts: ['houseOtherwise'],
    zh: '无建房能力，通过长期租赁保障住房',
    en: 'Cannot build: a long lease instead',
    basis: HOUSING,
  },
  PUBLIC_HOUSING: {
    stages: ['housingApproval'],
    verdicts: ['houseOtherwise'],
    zh: '无建房能力，安排廉租房、公益房',
    en: 'Cannot build: public housing instead',
    basis: HOUSING,
  },
  HOUSING_NOT_TAKEN_UP: {
    stages: ['otherHousing'],
    verdicts: ['refuse'],
    zh: '本户不接受所安排的住房',
    en: 'The household does not take up the housing that was found for it',
    basis: HOUSING,
  },
} as const satisfies Record<string, Reason>;

export type ReasonCode = keyof typeof REASONS;
export const REASON_CODES = Object.keys(REASONS) as [ReasonCode, ...ReasonCode[]];

/** The reason with every optional property in the type; undefined for a code that is none. */
export const reasonOf = (code: string | undefined): Reason | undefined =>
  code !== undefined && Object.hasOwn(REASONS, code) ? REASONS[code as ReasonCode] : undefined;

/** Reasons that fit a verdict at a stage. */
export const reasonsFor = (stage: Stage, verdict: Verdict): ReasonCode[] =>
  REASON_CODES.filter((code) => {
    const { stages, verdicts }: Reason = REASONS[code];
    return stages.includes(stage) && verdicts.includes(verdict);
  });
