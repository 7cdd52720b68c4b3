import { z } from 'zod';
import { EXTENSION_REASONS, LOAN_CHANGES } from '../rules/loans.js';
import { Coded, freeText, Instant, IsoDate, PastDate, Person, say } from './common.js';
import { PaperView } from './paper.js';

const YUAN = say('请填写贷款本金，以元为单位的整数', 'Give the principal in whole yuan');
const RATE = say(
  '请填写年利率，以万分之一为单位，如4.35%填435',
  'Give the yearly rate in basis points: 435 for 4.35 %',
);
const basisPoints = z.number(RATE).int(RATE).min(1, RATE).max(10_000, RATE);

/** 借款: what the loan contract says. */
export const LoanBody = z.strictObject({
  principalYuan: z.number(YUAN).int(YUAN).positive(YUAN).max(100_000_000, YUAN),
  /** Paid out on this day, which counts; falls due on that day, which does not. */
  from: IsoDate,
  until: IsoDate,
  basisPoints,
});

const until = IsoDate;
/** The paper that says so: one of the application that was granted. */
const paperId = z.uuid(
  say('请选择变更所依据的材料（没有的先上传）', 'Choose the paper that the change rests on; upload it first'),
);
const words = freeText(2000);

/** 无还本续贷: nothing is paid back; the new contract says until when, and at which rate. */
export const LoanRenewed = z.strictObject({
  ...{ kind: z.literal('renewed'), until, basisPoints, paperId, words: words.optional() },
});
/** 展期: for a reason beyond the borrower alone. */
export const LoanExtended = z.strictObject({
  kind: z.literal('extended'),
  until,
  reason: z.enum(
    EXTENSION_REASONS,
    say(
      '展期限非主观原因：自然灾害、疫情、疾病、意外事故、市场重大变化',
      'Extended for a reason beyond the borrower alone',
    ),
  ),
  paperId,
  words,
});
/** 提前还款: interest is paid up to this day. */
export const LoanRepaid = z.strictObject({ kind: z.literal('repaid'), until: PastDate, words: words.optional() });

/** What has become of a loan whose interest is paid. */
export const LoanChangeBody = z.discriminatedUnion('kind', [LoanRenewed, LoanExtended, LoanRepaid]);
export type LoanChangeBody = z.infer<typeof LoanChangeBody>;

const CHANGE = {
  kind: Coded.extend({ code: z.enum(LOAN_CHANGES) }),
  until: IsoDate,
  /** The new rate, of a renewal. */
  basisPoints: basisPoints.nullable(),
  reason: Coded.nullable(),
  at: Instant,
  by: Person,
};

export const LoanView = z
  .object({
    ...LoanBody.shape,
    /** `signedBy`: null of changes from before two had to sign. */
    changes: z.array(z.object({ ...CHANGE, signedBy: Person.nullable() })),
  })
  .meta({ id: 'Loan' });
export type LoanView = z.infer<typeof LoanView>;

/** A change that waits for its second signature. */
const LoanProposal = z.object({
  ...CHANGE,
  words: z.string().nullable(),
  paper: PaperView.nullable(),
  /** To be sent with the second signature: one signs what one has seen. */
  digest: z.string(),
});
export type LoanProposal = z.infer<typeof LoanProposal>;

/** What may be done about a loan, for those who do it. */
export const LoanDesk = z
  .object({
    applicationId: z.string(),
    /** Papers that a change may rest on. */
    papers: z.array(PaperView),
    proposal: LoanProposal.nullable(),
  })
  .meta({ id: 'LoanDesk' });
export type LoanDesk = z.infer<typeof LoanDesk>;

/** Not in force where the second official did not agree. */
export const LoanSigned = z.object({ caseNo: z.string(), inForce: z.boolean() }).meta({ id: 'LoanSigned' });
