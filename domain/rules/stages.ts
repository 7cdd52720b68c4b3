import type { Role } from './roles.js';
import type { Verdict } from './verdicts.js';

export { VERDICTS, type Verdict } from './verdicts.js';

/** What can be decided at a stage, by whom, with how many signatures; the policy's clause beside it. */
interface StageRule {
  readonly clause: string;
  readonly awaits?: Role;
  /** Who acts in its place where the matter is his: an account of the register of payees. */
  readonly also?: Role;
  readonly verdicts: readonly Verdict[];
  /** Two officials sign the same act (township verification, acceptance inspection); see also needsTwoSignatures. */
  readonly signatures?: 2;
  /** Taking part here bars an official from every other deciding stage of the case. */
  readonly decides?: true;
  /** Heard, or reviewed, by an office that has not acted in the case. */
  readonly heardByAnotherOffice?: true;
  /** Dealt with beside the main line: several may be open at once, told apart by what they are about. */
  readonly beside?: true;
  /** The household may still withdraw: until project approval; from works that have not begun, too. */
  readonly withdrawable?: true;
}

export const STAGES = {
  submitted: { clause: '六(四) 农户直报', verdicts: [] },
  villageEndorsement: {
    clause: '六(四) 逐级申报（村级审核）',
    awaits: 'villageCadre',
    verdicts: ['pass', 'return'],
    decides: true,
  },
  townshipEndorsement: {
    clause: '六(四) 逐级申报（乡镇审核）',
    awaits: 'townshipClerk',
    verdicts: ['pass', 'return'],
    decides: true,
  },
  initialCheck: {
    clause: '六(四) 扶贫办初核',
    awaits: 'countyChecker',
    verdicts: ['pass', 'return', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  correction: { clause: '一次性告知、补正', awaits: 'household', verdicts: ['handIn'], withdrawable: true },
  townshipVerification: {
    clause: '六(四) 乡镇审查核实',
    awaits: 'townshipVerifier',
    verdicts: ['pass', 'amend', 'return', 'refuse'],
    signatures: 2,
    decides: true,
    withdrawable: true,
  },
  promisedPapers: { clause: '容缺受理', awaits: 'household', verdicts: [], withdrawable: true },
  projectApproval: {
    clause: '六(四) 立项',
    awaits: 'countyApprover',
    verdicts: ['pass', 'return', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  noticeAwaited: { clause: '二(一) 捆绑申报（集中公示）', verdicts: [] },
  noticePosting: { clause: '六(四) 公告公示（张榜）', awaits: 'townshipVerifier', verdicts: ['posted'] },
  publicNotice: { clause: '六(四) 公告公示', awaits: 'townshipVerifier', verdicts: ['takenDown'] },
  objectionHearing: {
    clause: '异议处理',
    awaits: 'countySupervisor',
    verdicts: ['dismiss', 'amend', 'refuse'],
    decides: true,
    heardByAnotherOffice: true,
  },
  refused: { clause: '救济途径', awaits: 'household', verdicts: ['requestReview'] },
  internalReview: {
    clause: '内部复核',
    awaits: 'countySupervisor',
    verdicts: ['uphold', 'overturn'],
    decides: true,
    heardByAnotherOffice: true,
  },
  projectWork: { clause: '先建后补', awaits: 'household', verdicts: ['declareCompletion', 'requestExtension'] },
  acceptanceInspection: {
    clause: '验收',
    awaits: 'inspector',
    verdicts: ['pass', 'rectify', 'refuse'],
    signatures: 2,
    decides: true,
  },
  paymentPreparation: { clause: '三(五) 补贴清册', awaits: 'paymentMaker', verdicts: ['prepare'], decides: true },
  paymentReview: {
    clause: '三(五) 财政复核',
    awaits: 'paymentReviewer',
    verdicts: ['pass', 'return'],
    decides: true,
    heardByAnotherOffice: true,
  },
  bankTransfer: { clause: '三(五) 直接拨付到户', verdicts: [] },
  accountCorrection: { clause: '退汇更正', awaits: 'household', also: 'paymentMaker', verdicts: ['confirmAccount'] },
  reliefDecision: {
    clause: '三(八) 灾害救助、临时救助',
    awaits: 'countyApprover',
    verdicts: ['grant', 'return', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  /** By somebody who has not acted in the case: the money has gone out already. */
  reliefConfirmation: {
    clause: '三(八) 救助事后确认',
    awaits: 'countyApprover',
    verdicts: ['confirm', 'refuse'],
    decides: true,
  },
  /** Granted once; each of its periods is paid by a run. */
  entitlementApproval: {
    clause: '六(四) 立项（享受资格审批）',
    awaits: 'countyApprover',
    verdicts: ['pass', 'return', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  /** Of a run: too little is left of the allotment. */
  periodFunding: { clause: '三(五) 及时足额', awaits: 'countyApprover', verdicts: ['pass', 'refuse'], decides: true },
  householdChange: { clause: '动态管理', awaits: 'countyChecker', verdicts: ['continue', 'close'], beside: true },
  /** Who filed for the household is not who confirms that it wanted it. */
  consentConfirmation: {
    clause: '六(四) 农户直报（代办须经本户委托）',
    awaits: 'townshipClerk',
    verdicts: ['confirm', 'deny'],
    beside: true,
  },
  /** 收款单位: where nobody has to agree. */
  payeeChoice: {
    clause: '三(五) 直接拨付到户（选定收款单位）',
    awaits: 'paymentMaker',
    also: 'countyApprover',
    verdicts: ['choosePayee'],
    beside: true,
  },
  /** 经农户同意. */
  payeeConsent: {
    clause: '三(五) 直接拨付到户（经农户同意）',
    awaits: 'household',
    verdicts: ['agreeToPayee', 'takeBackConsent'],
    beside: true,
  },
  reviewAwaited: { clause: '六(四) 绩效评价', verdicts: [] },
  reviewReport: { clause: '六(四) 绩效评价', awaits: 'household', verdicts: ['report'] },
  performanceReview: {
    clause: '六(四) 绩效评价',
    awaits: 'reviewer',
    verdicts: ['scored'],
    decides: true,
  },
  houseAppraisal: {
    clause: '三(五) 危旧房鉴定',
    awaits: 'housingOfficer',
    verdicts: ['pass', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  housingApproval: {
    clause: '三(五) 农村危旧房改造；六(四) 立项',
    awaits: 'countyApprover',
    verdicts: ['pass', 'houseOtherwise', 'return', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  worksStart: {
    clause: '三(五) 住房即时救助',
    awaits: 'household',
    verdicts: ['declareStart', 'requestExtension'],
    withdrawable: true,
  },
  worksAcceptance: {
    clause: '三(五) 改造一户、销档一户',
    awaits: 'housingOfficer',
    verdicts: ['pass', 'rectify', 'refuse'],
    signatures: 2,
    decides: true,
  },
  otherHousing: {
    clause: '三(五) 长期租赁、廉租房、公益房',
    awaits: 'housingOfficer',
    verdicts: ['housed', 'refuse'],
    decides: true,
    withdrawable: true,
  },
  agreementOffer: {
    clause: '三(五) 异地搬迁协议（安置方式）',
    awaits: 'townshipVerifier',
    verdicts: ['offer'],
    withdrawable: true,
  },
  agreementSigning: {
    clause: '三(五) 异地搬迁协议（签订）',
    awaits: 'household',
    verdicts: ['sign', 'decline'],
    withdrawable: true,
  },
  movingIn: {
    clause: '三(五) 异地搬迁入住',
    awaits: 'household',
    verdicts: ['declareMovedIn', 'requestExtension'],
    withdrawable: true,
  },
  movingInInspection: {
    clause: '三(五) 异地搬迁入住核实',
    awaits: 'inspector',
    verdicts: ['pass', 'rectify', 'refuse'],
    signatures: 2,
    decides: true,
  },
  oldHomestead: {
    clause: '一户一宅、旧宅处置',
    awaits: 'household',
    verdicts: ['declareVacated', 'requestExtension'],
  },
  homesteadInspection: {
    clause: '一户一宅、旧宅处置核实',
    awaits: 'inspector',
    verdicts: ['pass', 'rectify', 'refuse'],
    signatures: 2,
    decides: true,
  },
  followUpAwaited: { clause: '三(五) 搬迁后续帮扶', verdicts: [] },
  followUpVisit: { clause: '三(五) 搬迁后续帮扶（回访）', awaits: 'townshipVerifier', verdicts: ['visited'] },
  residenceSettlement: {
    clause: '三(五) 户籍',
    awaits: 'registrationOfficer',
    verdicts: ['settled'],
    beside: true,
  },
  schoolSettlement: { clause: '三(五) 就学', awaits: 'educationOfficer', verdicts: ['settled'], beside: true },
  clinicSettlement: { clause: '三(五) 就医', awaits: 'healthOfficer', verdicts: ['settled'], beside: true },
  workSettlement: { clause: '三(五) 就业', awaits: 'employmentOfficer', verdicts: ['settled'], beside: true },
  insuranceSettlement: { clause: '三(五) 社会保障', awaits: 'employmentOfficer', verdicts: ['settled'], beside: true },
  followUpOpen: { clause: '三(五) 搬迁后续帮扶（未落实事项）', verdicts: [] },
  closed: { clause: '办结归档', verdicts: [] },
} as const satisfies Record<string, StageRule>;

export type Stage = keyof typeof STAGES;

/** The rule of a stage, with every optional property present in the type. */
export const stageRule = (stage: Stage): StageRule => STAGES[stage];

/** Stages that are dealt with beside the main line of a case. */
export const BESIDE_STAGES = (Object.keys(STAGES) as Stage[]).filter((stage) => stageRule(stage).beside);

/** Decided beside the main line of a case, and yet the end of it. */
export const endsFromBeside = (verdict: Verdict): boolean => verdict === 'close' || verdict === 'deny';
