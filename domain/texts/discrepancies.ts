import type { Bilingual } from '../schemas/common.js';
import type { DiscrepancyKind } from '../schemas/discrepancy.js';

/** What does not fit between us and the bank. */
export const DISCREPANCY_NAMES = {
  missingAtBank: { zh: '账上已付，银行流水没有', en: 'Paid in the ledger, not in the bank’s statement' },
  missingHere: { zh: '银行流水有，账上没有', en: 'In the bank’s statement, not in the ledger' },
  amountDiffers: { zh: '金额不一致', en: 'The amounts differ' },
  foreign: { zh: '回单列有本系统未发送的支付', en: 'A report names an order that was never sent' },
  contradicts: { zh: '回单与银行先前答复矛盾', en: 'A report contradicts what the bank said before' },
  unreadableFile: { zh: '银行文件无法读取或不完整', en: 'A file of the bank cannot be read, or is not whole' },
  silent: { zh: '银行逾期未作最终答复', en: 'The bank gave no last word in time' },
} as const satisfies Record<DiscrepancyKind, Bilingual>;

/** What whoever settles it is to do. None of them is a reason to send anything again. */
export const DISCREPANCY_ADVICE = {
  missingAtBank: {
    zh: '请向银行核实该笔是否到账；未到账的由银行出具退回回单，不得自行重付。',
    en: 'Ask the bank whether it was credited; if not, it reports the order as returned. Never pay it again on your own.',
  },
  missingHere: {
    zh: '请向银行核实该笔款项的来由，并取得回单。',
    en: 'Ask the bank what the movement is, and for its report.',
  },
  amountDiffers: {
    zh: '请与银行核对金额；银行更正后重发回单，系统自动入账。',
    en: 'Compare the amounts with the bank; once it sends a corrected report, the order is booked by itself.',
  },
  foreign: {
    zh: '请与银行核对该笔指令是否误列，误列的请银行更正；属于本系统办件的，支付已自动暂停，核清后解除。',
    en: 'Ask the bank whether the order was listed by mistake; have it corrected. If a case of ours is concerned, its payment is on hold: lift it once it is clear.',
  },
  contradicts: {
    zh: '请与银行核对该笔的最终结果，以书面答复为准；该办件的支付已自动暂停，核清后解除。',
    en: 'Settle with the bank, in writing, what became of the order. The payment of the case is on hold: lift it once it is clear.',
  },
  unreadableFile: {
    zh: '请银行重新提供完整文件；系统会继续自动获取。',
    en: 'Ask the bank for the whole file; it is fetched again by itself.',
  },
  silent: {
    zh: '请向银行查询该笔的最终结果；系统会继续查询，不会重复支付。',
    en: 'Ask the bank what became of the order; it goes on being asked about, and is never paid twice.',
  },
} as const satisfies Record<DiscrepancyKind, Bilingual>;

/** The hold of a case that the bank may have paid without our knowing. */
export const DISCREPANCY_HOLD = {
  reasonCode: 'INVESTIGATION',
  note: '银行回单与本系统记录不符，核清前暂停支付（系统自动）',
} as const;

/** The letter to those who settle them: how many of each kind, and what to do. */
export function discrepancyLetter(kinds: readonly DiscrepancyKind[]): { subject: string; text: string } {
  const counts = [...new Set(kinds)].map((kind) => {
    const count = kinds.filter((other) => other === kind).length;
    return `${DISCREPANCY_NAMES[kind].zh}${count}项：${DISCREPANCY_ADVICE[kind].zh}`;
  });
  return {
    subject: `【直报】与银行对账有${kinds.length}项差异待处理`,
    text: `${counts.join('\n')}\n请登录后逐项查看、核清并登记处理结果。`,
  };
}

/** Discrepancies that turned out to be none: what is stored as their settlement. */
const SETTLED_ITSELF = {
  WHOLE_FILE_CAME: { zh: '银行已重新提供完整文件，系统已读取。', en: 'The bank sent the whole file, and it was read.' },
  BANK_GAVE_ITS_WORD: { zh: '银行已作最终答复，系统已登记。', en: 'The bank gave its last word, and it is on record.' },
  RECORDS_RESTORED: {
    zh: '数据恢复后，该笔指令已对上并登记。',
    en: 'After a restore the order was found, and is on record.',
  },
  STATEMENT_AGREES: { zh: '银行流水与账目现已一致。', en: 'The bank’s statement and the ledger agree now.' },
} as const satisfies Record<string, Bilingual>;
export type SettledItself = keyof typeof SETTLED_ITSELF;

/** What was found out and done: as somebody wrote it, or why it settled itself. */
export const settlementText = (settlement: string): Bilingual =>
  (SETTLED_ITSELF as Readonly<Record<string, Bilingual>>)[settlement] ?? { zh: settlement, en: settlement };
