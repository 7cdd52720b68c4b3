import type { AuditFindingAct, AuditFindingState } from '../schemas/audit-finding.js';
import type { Figure, RiskFlag } from '../schemas/audit-statistics.js';
import type { Bilingual } from '../schemas/common.js';

/** What an auditor counts, and what its values count. */
export const FIGURE_NAMES = {
  timeInStage: { zh: '各环节用时', en: 'Time in stage' },
  decisions: { zh: '各人员办理数', en: 'Decisions per official' },
  refusals: { zh: '各理由不予通过数', en: 'Refusals per reason' },
  amended: { zh: '核定数量与申报不同', en: 'Amended quantities' },
  accountChanges: { zh: '支付前30天内变更账户', en: 'Account changed within 30 days before payment' },
  objections: { zh: '异议', en: 'Objections' },
} as const satisfies Record<Figure, Bilingual>;

const HOURS = { zh: '小时', en: 'hours' };
const TIMES = { zh: '次', en: 'times' };
export const FIGURE_UNITS = {
  timeInStage: HOURS,
  decisions: TIMES,
  refusals: TIMES,
  amended: { zh: '%', en: '%' },
  accountChanges: { zh: '小时前', en: 'hours before' },
  objections: TIMES,
} as const satisfies Record<Figure, Bilingual>;

/** Keys of figures that are no stage, official or reason. */
export const FIGURE_KEYS: Readonly<Record<string, Bilingual>> = {
  lowered: { zh: '核减', en: 'Lowered' },
  raised: { zh: '核增', en: 'Raised' },
  changed: { zh: '变更后支付', en: 'Paid to the new account' },
  open: { zh: '未办结', en: 'Not settled' },
};

export const RISK_FLAG_NAMES = {
  sharedAccount: { zh: '共用账户', en: 'Shared account' },
  relatives: { zh: '亲属关系', en: 'Relatives' },
  belowLimit: { zh: '紧贴限额', en: 'Just below a limit' },
  afterHours: { zh: '非工作时间办理', en: 'Decided after hours' },
  samePair: { zh: '固定搭档核查', en: 'Always the same two' },
} as const satisfies Record<RiskFlag, Bilingual>;

const yuan = (fen: number): string => (fen / 100).toFixed(2);

/** What a flag rests on, as the tables have it. */
export interface FlagGrounds {
  /** Other households with the account, and officials or helpers. */
  readonly sharedAccount: { readonly households: number; readonly staff: number };
  readonly relatives: { readonly officials: number; readonly committee: number };
  readonly belowLimit: { readonly amountFen: number; readonly limitFen: number; readonly limit: string };
  /** `first`: Asia/Shanghai, to the minute. */
  readonly afterHours: { readonly acts: number; readonly first: string };
  /** Names, and in how many of the first one's cases both signed. */
  readonly samePair: { readonly one: string; readonly other: string; readonly together: number; readonly all: number };
}

/** Why a case bears a flag. */
export const FLAG_REASONS = {
  sharedAccount: ({ households, staff }) => ({
    zh: `收款账户另有${households}户、${staff}名工作人员或协办员使用`,
    en: `Its account is also used by ${households} other households and ${staff} officials or helpers`,
  }),
  relatives: ({ officials, committee }) => ({
    zh: `该户有${officials}名工作人员、${committee}名村委委员亲属`,
    en: `Relatives of the household: ${officials} officials, ${committee} on a village committee`,
  }),
  belowLimit: ({ amountFen, limitFen, limit }) => ({
    zh: `金额${yuan(amountFen)}元，距${limit === 'discretionary' ? '救助限额' : '第三人签字限额'}${yuan(limitFen)}元不足5%`,
    en: `${yuan(amountFen)} yuan is within 5% of the limit of ${yuan(limitFen)} yuan (${limit === 'discretionary' ? 'discretionary relief' : 'third signature'})`,
  }),
  afterHours: ({ acts, first }) => ({
    zh: `有${acts}次在8点前、18点后或非工作日办理，首次${first}`,
    en: `${acts} decisions before 8:00, after 18:00 or on days off, the first at ${first}`,
  }),
  samePair: ({ one, other, together, all }) => ({
    zh: `${one}双人核查的${all}件中有${together}件与${other}搭档`,
    en: `Of ${all} cases that ${one} signed with somebody, ${together} were with ${other}`,
  }),
} as const satisfies { readonly [F in RiskFlag]: (grounds: FlagGrounds[F]) => Bilingual };

export const AUDIT_FINDING_STATE_NAMES = {
  open: { zh: '待办公室答复', en: 'Waits for the office' },
  answered: { zh: '已答复，待审计核对', en: 'Answered, waits for the auditor' },
  closed: { zh: '已销号', en: 'Closed' },
} as const satisfies Record<AuditFindingState, Bilingual>;

export const AUDIT_FINDING_ACT_NAMES = {
  raised: { zh: '提出问题', en: 'Raised' },
  answered: { zh: '答复', en: 'Answered' },
  returned: { zh: '退回再答', en: 'Sent back' },
  closed: { zh: '销号', en: 'Closed' },
} as const satisfies Record<AuditFindingAct, Bilingual>;
