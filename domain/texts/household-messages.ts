import { monthsText } from './rent.js';

/** What the sentences can speak of. */
export interface MessageFacts {
  readonly caseNo: string;
  readonly programme: string;
  /** Yuan with two decimals. */
  readonly amount: string;
  /** Which part of the subsidy the amount is, where it is paid in parts. */
  readonly instalment: number | null;
  /** Date in Asia/Shanghai by which something is to be done; empty where nothing is. */
  readonly until: string;
  /** Why the last payment did not reach the account; empty where it is not known. */
  readonly reason: string;
  /** Whether it had reached the account before it came back. */
  readonly hadBeenPaid: boolean;
  /** Whom of the register of payees the money went to; empty where it is the household itself. */
  readonly payee: string;
  /** How it is housed where its house is not renovated: without money, or by a lease of so many months. */
  readonly housedOtherwise: boolean;
  readonly rentMonths: number | null;
  /** What the county asks for of an old homestead. */
  readonly oldHomesteadRule: string;
}

const part = (instalment: number | null): string => (instalment === null ? '' : `第${instalment}期`);

const leased = (months: number | null): string => (months === null ? '' : `${monthsText(months).zh}，租金`);

/** Text messages to households: what happened, what to do, by when. Never a person’s name, an ID number or an account. */
export const HOUSEHOLD_MESSAGES = {
  returned: ({ caseNo, until }) =>
    `您的申请${caseNo}需要补正，请于${until}前登录查看需改正的全部事项并提交，逾期将作失效处理。`,
  refused: ({ caseNo, until }) =>
    `您的申请${caseNo}未获通过，理由和救济途径请登录查看。如有异议，可于${until}前申请一次内部复核。`,
  refusedFinally: ({ caseNo }) => `您的申请${caseNo}最终未获通过，理由和法律救济途径请登录查看。`,
  papersOwed: ({ caseNo, until }) => `您的申请${caseNo}尚缺承诺补交的材料，请于${until}前上传，逾期将作失效处理。`,
  published: ({ caseNo, amount, housedOtherwise, rentMonths }) =>
    `您的申请${caseNo}已拟立项，拟${housedOtherwise ? '以其他方式保障住房' : `${leased(rentMonths)}补助${amount}元`}，现在村公告栏和网上公示。`,
  committed: ({ caseNo, amount, housedOtherwise, rentMonths }) =>
    `您的申请${caseNo}公示结束，已正式立项，${housedOtherwise ? '由住建部门落实住房' : `${leased(rentMonths)}核定补助${amount}元`}。` +
    (rentMonths === null ? '' : '入住核实后拨付到您的账户；您同意付给出租人的，请登录上传租赁协议。'),
  houseFound: ({ caseNo }: Pick<MessageFacts, 'caseNo'>) =>
    `工作人员已将您家住房登记为疑似危房并立案${caseNo}，将上门鉴定；如为危房按政策予以改造。您无需跑路，登录可查看进度。`,
  worksStart: ({ caseNo, until }) =>
    `您的住房改造${caseNo}可以开工，请于${until}前开工并上传改造前照片；确有困难的可申请延期一次。`,
  agreementSigning: ({ caseNo, until }) =>
    `您的搬迁${caseNo}安置方案已提出，请于${until}前登录查看并签订协议，或要求另行商定；逾期失效。`,
  movingIn: ({ caseNo, until }) =>
    `您的搬迁${caseNo}协议已签订，请于${until}前搬迁入住并上传照片；确有困难的可申请延期一次。`,
  oldHomestead: ({ caseNo, until, oldHomesteadRule }) =>
    `您的搬迁${caseNo}已核实入住，请于${until}前处置旧宅（${oldHomesteadRule}）并上传照片，核实后拨付余款。`,
  housedNow: ({ caseNo }) => `您的住房保障${caseNo}已落实，办结。`,
  granted: ({ caseNo, programme, amount }) =>
    `您申请的“${programme}”${caseNo}已批准，每期${amount}元，到期自动核对并发放，无需每期申请；家庭情况有变化请及时告知。`,
  decided: ({ caseNo, amount }) => `您的救助申请${caseNo}已作出决定，救助${amount}元，将尽快拨付到您的账户。`,
  notConfirmed: ({ caseNo, amount }) =>
    `您的救助${caseNo}，${amount}元，事后复核未获确认，须予退回，理由和救济途径请登录查看。`,
  projectWork: ({ caseNo, until }) =>
    `您的项目${caseNo}可以实施，请于${until}前完成并在系统申报完工；确有困难的可申请延期一次。`,
  accountNeeded: ({ caseNo, amount, instalment, reason, hadBeenPaid, payee }) =>
    `您的补助${caseNo}，${part(instalment)}${amount}元${hadBeenPaid ? '到账后又被银行退回' : '未能付到账户'}${reason && `（${reason}）`}。` +
    (payee
      ? `收款单位${payee}的账户由工作人员核对更正，随后重新拨付，您无需办理。`
      : `请登录核对或更正收款账户，随后重新拨付，无需重新申请。`),
  credited: ({ caseNo, programme, amount, instalment, payee }) =>
    `您的补助${caseNo}（${programme}）${part(instalment)}${amount}元已${payee ? `付给${payee}，您无需办理` : '拨付到账，请查收'}。`,
  lapsed: ({ caseNo }) => `您的申请${caseNo}因逾期未补正或未补交材料已失效，可重新申请。`,
  notCompleted: ({ caseNo }) => `您的项目${caseNo}未在期限内完成，已终止，资金指标已收回。`,
  withdrawn: ({ caseNo }) => `您的申请${caseNo}已按您的要求撤回。`,
  closedForChange: ({ caseNo }) => `您的申请${caseNo}因家庭情况变化已终止，理由请登录查看。`,
  reviewReport: ({ caseNo, until }) => `请于${until}前登录报告项目${caseNo}的补助使用情况，工作人员随后上门查看。`,
} as const satisfies Record<string, (facts: MessageFacts) => string>;

export type HouseholdMessage = keyof typeof HOUSEHOLD_MESSAGES;
