import type { Role } from '../rules/roles.js';
import type { Bilingual } from '../schemas/common.js';

/** Who has a case, in the words of whoever waits for it: the office that he knows, not the post within it. */
export const HANDLERS = {
  household: { zh: '申请人', en: 'The applicant' },
  helper: { zh: '代办人', en: 'The helper' },
  villageCadre: { zh: '村（居）民委员会', en: 'The village committee' },
  townshipClerk: { zh: '乡镇（街道）', en: 'The township' },
  townshipVerifier: { zh: '乡镇（街道）', en: 'The township' },
  countyChecker: { zh: '县扶贫办', en: 'The county’s poverty-relief office' },
  countyApprover: { zh: '县扶贫办负责人', en: 'The head of the county’s poverty-relief office' },
  countySupervisor: { zh: '没有办过本件的监督部门', en: 'An oversight office that has not acted in the case' },
  inspector: { zh: '验收人员（两人）', en: 'Two inspectors' },
  housingOfficer: { zh: '住建部门', en: 'The housing office' },
  registrationOfficer: { zh: '公安户籍部门', en: 'The residence registration' },
  educationOfficer: { zh: '教育部门', en: 'The education office' },
  healthOfficer: { zh: '卫生健康部门', en: 'The health office' },
  employmentOfficer: { zh: '人力社保部门', en: 'The employment and insurance office' },
  paymentMaker: { zh: '县扶贫办', en: 'The county’s poverty-relief office' },
  paymentReviewer: { zh: '县财政局', en: 'The county’s finance bureau' },
  reviewer: { zh: '县扶贫办评价人员', en: 'A reviewer of the county’s poverty-relief office' },
  archivist: { zh: '档案管理人员', en: 'The archivist' },
  auditor: { zh: '审计部门', en: 'The audit office' },
  administrator: { zh: '系统管理人员', en: 'The administrator' },
} as const satisfies Record<Role, Bilingual>;
