import { yuanText } from '../rules/fen.js';
import type { Bilingual } from '../schemas/common.js';
import type { RecoveryCause, RecoveryState } from '../schemas/recoveries.js';

/** Why money has to come back. */
export const RECOVERY_CAUSES = {
  notUsed: { zh: '未按规定用途使用', en: 'Not used as intended' },
  falseClaim: { zh: '虚报冒领', en: 'Obtained by a false claim' },
  notEligible: { zh: '不符合享受条件', en: 'The household was not eligible' },
  notConfirmed: { zh: '救助事后未获确认', en: 'Relief that was not confirmed afterwards' },
  paidTwice: { zh: '重复发放', en: 'Paid twice' },
  withdrawn: { zh: '退出搬迁协议', en: 'The household withdrew after it was paid in part' },
  notCompleted: { zh: '未按规定完成', en: 'What it was paid for in part came to nothing' },
} as const satisfies Record<RecoveryCause, Bilingual>;

export const RECOVERY_STATES = {
  proposed: { zh: '待第二人签字', en: 'Waits for the second signature' },
  open: { zh: '追缴中', en: 'To be paid back' },
  settled: { zh: '已全部收回', en: 'Paid back in full' },
} as const satisfies Record<RecoveryState, Bilingual>;

/** What the household is told when a claim is in force, and when it is settled. Never a name or an account. */
export const CLAIM_MESSAGES = {
  opened: (caseNo: string, amountFen: number, cause: RecoveryCause): string =>
    `您的补助${caseNo}须退回${yuanText(amountFen)}元（${RECOVERY_CAUSES[cause].zh}）。` +
    `理由和缴款办法请登录查看或咨询县财政局，有异议可依法申请行政复议；全部退回前不能通过新的申请。`,
  settled: (caseNo: string): string => `您的补助${caseNo}应退回的款项已全部收回，今后申请不受此影响。`,
} as const;

/** The steps of a claim in the case's timeline. */
export const CLAIM_STEPS = {
  opened: (amountFen: number, cause: RecoveryCause): Bilingual => ({
    zh: `启动资金追回${yuanText(amountFen)}元：${RECOVERY_CAUSES[cause].zh}`,
    en: `Recovery of ${yuanText(amountFen)} yuan opened: ${RECOVERY_CAUSES[cause].en}`,
  }),
  receipt: (amountFen: number, voucherNo: string): Bilingual => ({
    zh: `收回${yuanText(amountFen)}元（票据${voucherNo}）`,
    en: `${yuanText(amountFen)} yuan paid back (voucher ${voucherNo})`,
  }),
  settled: { zh: '应退回的款项已全部收回', en: 'Everything claimed has been paid back' },
} as const;
