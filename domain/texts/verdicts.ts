import type { Bilingual } from '../schemas/common.js';
import type { Verdict } from '../rules/stages.js';

/** What each decision is called on a button and in a timeline. */
export const VERDICT_NAMES = {
  pass: { zh: '通过', en: 'Passed' },
  amend: { zh: '调整后通过', en: 'Passed with an amended quantity' },
  return: { zh: '退回补正', en: 'Returned for correction' },
  refuse: { zh: '不予通过', en: 'Refused' },
  dismiss: { zh: '异议不成立', en: 'Objection dismissed' },
  uphold: { zh: '维持原决定', en: 'Decision upheld' },
  overturn: { zh: '撤销原决定，重新办理', en: 'Decision overturned, to be made anew' },
  posted: { zh: '已张榜', en: 'Posted on the village board' },
  takenDown: { zh: '公示期满，已取下', en: 'Taken down after the full term' },
  rectify: { zh: '要求整改后再验收', en: 'To be put right and inspected again' },
  prepare: { zh: '已编制补贴清册', en: 'Payment order made' },
  continue: { zh: '不影响，继续办理', en: 'The case goes on' },
  close: { zh: '因家庭变化终止', en: 'Closed because of the change' },
  scored: { zh: '已评价', en: 'Reviewed' },
  handIn: { zh: '已提交补正', en: 'Correction handed in' },
  withdraw: { zh: '申请人撤回', en: 'Withdrawn by the household' },
  requestReview: { zh: '申请内部复核', en: 'Internal review asked for' },
  declareCompletion: { zh: '申报完工', en: 'Project declared done' },
  requestExtension: { zh: '申请延期', en: 'Extension asked for' },
  confirmAccount: { zh: '已确认收款账户', en: 'Account confirmed' },
  grant: { zh: '予以救助', en: 'Relief granted' },
  confirm: { zh: '确认', en: 'Confirmed' },
  report: { zh: '已报告使用情况', en: 'Use of the money reported' },
  houseOtherwise: { zh: '以其他方式保障住房', en: 'Another way of housing instead' },
  housed: { zh: '住房已落实', en: 'Housed' },
  declareStart: { zh: '已申报开工', en: 'Start of the works declared' },
} as const satisfies Record<Verdict, Bilingual>;
