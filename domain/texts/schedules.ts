import type { Bilingual } from '../schemas/common.js';
import type { LineState, ScheduleState } from '../schemas/payee-schedule.js';

/** Where a payee schedule is. */
export const SCHEDULE_STATE_TEXTS = {
  making: { zh: '正在编制', en: 'Being made' },
  made: { zh: '已编制，待财政复核', en: 'Made, to be reviewed by finance' },
  countersigning: { zh: '超过限额，待另一人会签', en: 'Above the limit, waits for the third signature' },
  reviewing: { zh: '财政已复核，正在登记', en: 'Reviewed by finance, being recorded' },
  reviewed: { zh: '已复核', en: 'Reviewed' },
  cancelled: { zh: '已退回或没有可列入的办件', en: 'Given back, or empty' },
} as const satisfies Record<ScheduleState, Bilingual>;

/** Where a line of it is. */
export const LINE_STATE_TEXTS = {
  asked: { zh: '正在列入', en: 'Being entered' },
  ordered: { zh: '已列入', en: 'On the schedule' },
  refused: { zh: '未列入或未办理', en: 'Refused by its case' },
  decided: { zh: '已复核，正在登记', en: 'Reviewed, being recorded' },
  passed: { zh: '复核通过', en: 'Passed' },
  returned: { zh: '复核退回', en: 'Given back' },
} as const satisfies Record<LineState, Bilingual>;

/** What finance decides about a schedule. */
export const SCHEDULE_VERDICTS = {
  pass: { zh: '复核通过', en: 'Passed' },
  return: { zh: '退回重新编制', en: 'Given back, to be made anew' },
} as const satisfies Record<string, Bilingual>;
