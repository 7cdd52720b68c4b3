import type { Bilingual } from '../schemas/common.js';
import type { Stage } from '../rules/stages.js';

/** What each stage is called, as in the policy's terms. */
export const STAGE_NAMES = {
  submitted: { zh: '已提交', en: 'Submitted' },
  initialCheck: { zh: '县级初核', en: 'Initial check' },
  correction: { zh: '补正', en: 'Correction' },
  townshipVerification: { zh: '乡镇审查核实', en: 'Township verification' },
  promisedPapers: { zh: '补交承诺材料', en: 'Promised papers' },
  projectApproval: { zh: '立项审批', en: 'Project approval' },
  noticePosting: { zh: '张榜', en: 'Posting of the notice' },
  publicNotice: { zh: '公示', en: 'Public notice' },
  objectionHearing: { zh: '异议处理', en: 'Hearing of an objection' },
  refused: { zh: '不予通过（可申请内部复核）', en: 'Refused (an internal review may be asked for)' },
  internalReview: { zh: '内部复核', en: 'Internal review' },
  projectWork: { zh: '项目实施', en: 'Project under way' },
  acceptanceInspection: { zh: '验收', en: 'Acceptance inspection' },
  paymentPreparation: { zh: '编制补贴清册', en: 'Preparation of the payment' },
  paymentReview: { zh: '财政复核', en: 'Review of the payment' },
  bankTransfer: { zh: '银行拨付', en: 'Bank transfer' },
  accountCorrection: { zh: '更正收款账户', en: 'Correction of the account' },
  householdChange: { zh: '核实家庭变化', en: 'Change in the household' },
  reviewAwaited: { zh: '等待绩效评价', en: 'Performance review to come' },
  reviewReport: { zh: '农户报告使用情况', en: 'Report of the household' },
  performanceReview: { zh: '绩效评价', en: 'Performance review' },
  houseAppraisal: { zh: '房屋危险性鉴定', en: 'Appraisal of the house' },
  housingApproval: { zh: '住房改造审批', en: 'Approval of the renovation' },
  worksStart: { zh: '申报开工', en: 'Start of the works' },
  worksAcceptance: { zh: '住建部门竣工验收', en: 'Acceptance of the works' },
  otherHousing: { zh: '落实其他住房保障', en: 'Another way of housing' },
  closed: { zh: '已办结', en: 'Closed' },
} as const satisfies Record<Stage, Bilingual>;
