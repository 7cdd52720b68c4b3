import type { Bilingual } from '../schemas/common.js';
import type { Role } from '../rules/roles.js';

export const ROLE_NAMES = {
  household: { zh: '农户', en: 'Household' },
  helper: { zh: '代办人', en: 'Helper' },
  villageCadre: { zh: '村级经办', en: 'Village cadre' },
  townshipClerk: { zh: '乡镇经办', en: 'Township clerk' },
  countyChecker: { zh: '县级初核', en: 'County checker' },
  countyApprover: { zh: '县级审批', en: 'County approver' },
  countySupervisor: { zh: '县级督办', en: 'County supervisor' },
  townshipVerifier: { zh: '乡镇核实', en: 'Township verifier' },
  inspector: { zh: '验收人员', en: 'Inspector' },
  housingOfficer: { zh: '住房安全', en: 'Housing officer' },
  registrationOfficer: { zh: '户籍', en: 'Residence registration' },
  educationOfficer: { zh: '教育', en: 'Education' },
  healthOfficer: { zh: '卫生健康', en: 'Health' },
  employmentOfficer: { zh: '就业社保', en: 'Work and social insurance' },
  paymentMaker: { zh: '制单', en: 'Payment maker' },
  paymentReviewer: { zh: '财政复核', en: 'Payment reviewer' },
  reviewer: { zh: '绩效评价', en: 'Reviewer' },
  archivist: { zh: '档案管理', en: 'Archivist' },
  auditor: { zh: '审计', en: 'Auditor' },
  administrator: { zh: '系统管理', en: 'Administrator' },
} as const satisfies Record<Role, Bilingual>;
