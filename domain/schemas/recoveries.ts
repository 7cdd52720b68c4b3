import { z } from 'zod';
import { Coded, Fen, freeText, Instant, PageQuery, pageOf, Person, say } from './common.js';

/** `notUsed` follows from the finding of a review, and may be an official's claim too; `notConfirmed` follows from relief that nobody confirmed, `withdrawn` and `notCompleted` from a case that came to nothing after it was paid in part. */
export const RecoveryCause = z.enum([
  'notUsed',
  'falseClaim',
  'notEligible',
  'paidTwice',
  'notConfirmed',
  'withdrawn',
  'notCompleted',
]);
export type RecoveryCause = z.infer<typeof RecoveryCause>;
export const RecoveryState = z.enum(['proposed', 'open', 'settled']);
export type RecoveryState = z.infer<typeof RecoveryState>;
export const SetOffState = z.enum(['proposed', 'inForce', 'withdrawn']);
export type SetOffState = z.infer<typeof SetOffState>;

const PositiveFen = z
  .number(say('请填写金额（分，整数）', 'Give the amount in whole fen'))
  .int(say('请填写金额（分，整数）', 'Give the amount in whole fen'))
  .positive(say('金额须大于零', 'The amount is more than zero'))
  .max(Number.MAX_SAFE_INTEGER)
  .meta({ description: 'Integer fen (1/100 yuan)' });

export const NewRecovery = z.strictObject({
  cause: RecoveryCause.exclude(['notConfirmed'], say('请选择追缴原因', 'Choose why it has to come back')),
  amountFen: PositiveFen,
  words: freeText(4000),
});
export type NewRecovery = z.infer<typeof NewRecovery>;

export const NewReceipt = z.strictObject({
  amountFen: PositiveFen,
  voucherNo: z
    .string()
    .trim()
    .min(1, say('请填写收款票据号', 'Give the number of the voucher'))
    .max(40, say('最多40个字', 'At most 40 characters')),
});
export type NewReceipt = z.infer<typeof NewReceipt>;

/** Why what is owed is kept back of later payments, or is not any more. */
export const SetOffWords = z.strictObject({ words: freeText(4000) });
export type SetOffWords = z.infer<typeof SetOffWords>;

export const RecoveryQuery = z.strictObject({
  ...PageQuery,
  state: RecoveryState.optional(),
  setOff: SetOffState.optional(),
});
export type RecoveryQuery = z.infer<typeof RecoveryQuery>;

export const RecoveryView = z
  .object({
    caseNo: z.string(),
    cause: Coded,
    state: Coded,
    amountFen: Fen,
    recoveredFen: Fen,
    openedAt: Instant,
    closedAt: Instant.nullable(),
    /** Whether it is set off against later payments; null where nobody proposed it. */
    setOff: Coded.nullable(),
  })
  .meta({ id: 'Recovery' });
export type RecoveryView = z.infer<typeof RecoveryView>;
export const RecoveryPage = pageOf(RecoveryView);

const Receipt = {
  amountFen: Fen,
  voucherNo: z.string(),
  at: Instant,
  /** The order against which it was set off. */
  setOffAgainst: z.string().nullable(),
};

/** A claim as those read it who sign it and book what comes back. */
export const RecoveryDetail = RecoveryView.extend({
  words: z.string().nullable(),
  /** Null where a finding of the review opened it. */
  openedBy: Person.nullable(),
  signedBy: Person.nullable(),
  /** What the second official signs; null once it is in force. */
  digest: z.string().nullable(),
  /** Who ordered it to be set off, who signed that, and who withdrew it. */
  setOffOrder: z
    .object({
      words: z.string().nullable(),
      orderedBy: Person,
      orderedAt: Instant,
      signedBy: Person.nullable(),
      withdrawnBy: Person.nullable(),
      withdrawalWords: z.string().nullable(),
      /** What the second official signs; null once it is in force. */
      digest: z.string().nullable(),
    })
    .nullable(),
  /** `by`: null where it was set off. */
  receipts: z.array(z.object({ ...Receipt, by: Person.nullable() })),
}).meta({ id: 'RecoveryDetail' });
export type RecoveryDetail = z.infer<typeof RecoveryDetail>;

/** A claim as the case shows it, to the household too. */
export const CaseRecovery = RecoveryView.extend({
  words: z.string().nullable(),
  /** Why it is set off against later payments, once it is. */
  setOffWords: z.string().nullable(),
  receipts: z.array(z.object(Receipt)),
}).meta({ id: 'CaseRecovery' });
export type CaseRecovery = z.infer<typeof CaseRecovery>;
/** Nothing where the second official did not agree. */
export const RecoverySigned = z.object({ caseNo: z.string(), inForce: z.boolean() }).meta({ id: 'RecoverySigned' });
/** Nothing where the second official did not agree. */
export const SetOffSigned = z.object({ caseNo: z.string(), inForce: z.boolean() }).meta({ id: 'SetOffSigned' });

/** What was kept back of a payment, as the case that pays it shows it. */
export const CaseSetOff = z
  .object({ reference: z.string(), claim: z.string(), amountFen: Fen, at: Instant })
  .meta({ id: 'CaseSetOff' });
