import { yuanText } from '../rules/fen.js';
import type { Bilingual } from '../schemas/common.js';
import type { RecoveryCause, RecoveryState, SetOffState } from '../schemas/recoveries.js';

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

export const SET_OFF_STATES = {
  proposed: { zh: '抵扣待第二人签字', en: 'Set-off waits for the second signature' },
  inForce: { zh: '从今后补助中抵扣', en: 'Set off against later payments' },
  withdrawn: { zh: '抵扣已撤回', en: 'Set-off withdrawn' },
} as const satisfies Record<SetOffState, Bilingual>;

/** What the household is told when a claim is in force, and when it is settled. Never a name or an account. */
export const CLAIM_MESSAGES = {
  opened: (caseNo: string, amountFen: number, cause: RecoveryCause): string =>
    `您的补助${caseNo}须退回${yuanText(amountFen)}元（${RECOVERY_CAUSES[cause].zh}）。` +
    `理由和缴款办法请登录查看或咨询县财政局，有异议可依法申请行政复议；全部退回前不能通过新的申请。`,
  setOffOrdered: (caseNo: string): string =>
    `您的补助${caseNo}尚未退回的款项，将从今后发放给您户的补助中按比例抵扣（救灾、救助等保障基本生活的补助不抵扣）。` +
    `理由请登录查看；您仍可自行缴清。有异议可向县监督部门提出，也可依法申请行政复议。`,
  setOffWithdrawn: (caseNo: string): string => `您的补助${caseNo}应退回的款项不再从今后补助中抵扣，理由请登录查看。`,
  setOff: (caseNo: string, claimCaseNo: string, amountFen: number, leftFen: number): string =>
    `您的补助${caseNo}本次抵扣${yuanText(amountFen)}元，用于退回${claimCaseNo}应退款项，尚欠${yuanText(leftFen)}元。` +
    `明细请登录查看，有异议可向县监督部门提出，也可依法申请行政复议。`,
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
  setOffOrdered: { zh: '决定从今后补助中抵扣', en: 'To be set off against later payments' },
  setOffWithdrawn: { zh: '抵扣决定已撤回', en: 'The order to set off is withdrawn' },
  setOff: (amountFen: number, reference: string): Bilingual => ({
    zh: `从补助${reference}中抵扣${yuanText(amountFen)}元`,
    en: `${yuanText(amountFen)} yuan set off against ${reference}`,
  }),
  settled: { zh: '应退回的款项已全部收回', en: 'Everything claimed has come back' },
} as const;

/** Who may sign second is written to when something waits for it. */
export const SIGNATURE_LETTERS = {
  claim: {
    subject: '追缴待签字',
    text: '有一项追缴已由一人提出，须第二人签字后生效。请登录“追缴”清单核对后签字，或表示不同意。',
  },
  setOff: {
    subject: '抵扣待签字',
    text: '有一项抵扣（从今后补助中扣回应退款项）已由一人提出，须第二人签字后生效。请登录“追缴”清单核对后签字，或表示不同意。',
  },
} as const;
