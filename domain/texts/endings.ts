import type { Outcome } from '../schemas/outcome.js';
import type { FINDINGS } from '../schemas/outcome.js';
import type { Bilingual } from '../schemas/common.js';

/** How a case ended. */
export const OUTCOME_NAMES = {
  refused: { zh: '不予通过', en: 'Refused' },
  lapsed: { zh: '逾期未补，申请失效', en: 'Lapsed' },
  withdrawn: { zh: '申请人撤回', en: 'Withdrawn by the household' },
  notCompleted: { zh: '项目未按期完成，已终止', en: 'Project not done in time' },
  closedForChange: { zh: '因家庭变化终止', en: 'Closed because of a change in the household' },
  completed: { zh: '补助已到账，办结', en: 'Completed, the money is on the account' },
  housedOtherwise: { zh: '已通过其他方式保障住房，办结', en: 'Completed, housed in another way' },
  granted: { zh: '已批准享受，按期发放', en: 'Granted, paid period after period' },
  entitlementEnded: { zh: '不再符合享受条件，已停止发放', en: 'The entitlement has ended' },
  notConfirmed: { zh: '事后未获确认，已启动追回', en: 'Not confirmed afterwards, the money is claimed back' },
  settledIn: { zh: '搬迁后续帮扶办结', en: 'Settled in after the relocation' },
  reviewed: { zh: '已完成绩效评价', en: 'Reviewed' },
} as const satisfies Record<Outcome['kind'], Bilingual>;

/** Every way a case can end. */
export const OUTCOME_KINDS = Object.keys(OUTCOME_NAMES) as [Outcome['kind'], ...Outcome['kind'][]];

export const FINDING_NAMES = {
  usedAsIntended: { zh: '按用途使用', en: 'Used as intended' },
  partlyUsed: { zh: '部分按用途使用', en: 'Partly used as intended' },
  notUsed: { zh: '未按用途使用', en: 'Not used as intended' },
} as const satisfies Record<(typeof FINDINGS)[number], Bilingual>;

export const CHANGE_NAMES = {
  death: { zh: '死亡', en: 'Death' },
  split: { zh: '分户', en: 'Split of the household' },
  birth: { zh: '出生', en: 'Birth' },
  marriage: { zh: '婚嫁', en: 'Marriage' },
  move: { zh: '迁移', en: 'Move' },
} as const satisfies Record<string, Bilingual>;
