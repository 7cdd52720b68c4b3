import { z } from 'zod';
import { PaymentView } from './payment-view.js';
import { Coded, Fen, freeText, Instant, PageQuery, pageOf, Person, QueryFlag, say } from './common.js';
import { Figure } from './ledger.js';

const YearEndDecision = z.enum(
  ['carryOver', 'lapse'],
  say('请选择结转（carryOver）或收回（lapse）', 'Choose carryOver or lapse'),
);

export const YearEndQuery = z.strictObject({
  ...PageQuery,
  fund: z.string().min(1).max(80).optional(),
  fiscalYear: z.coerce.number().int().min(2000).max(2100).optional(),
  decided: QueryFlag.optional(),
});
export type YearEndQuery = z.infer<typeof YearEndQuery>;
export const YearEndListQuery = z.strictObject(PageQuery);

/** What one official proposes and another signs. `words`: why; no personal data. */
export const YearEndProposal = z.strictObject({
  decision: YearEndDecision,
  documentNo: freeText(80),
  words: freeText(1000),
});
export type YearEndProposal = z.infer<typeof YearEndProposal>;

export const YearEndSignature = z.strictObject({
  digest: z.string().regex(/^[0-9a-f]{64}$/, say('请重新打开后签字', 'Open it again before you sign')),
  /** False takes the proposal off. */
  agrees: z.boolean(),
});

/** Cases or orders, and where they are listed. */
const Listed = z.object({ count: z.number().int(), fen: Fen, list: z.string() });
const said = { decision: Coded, documentNo: z.string(), words: z.string(), by: Person };

/** 年终结转: a fund whose fiscal year is over, with what of it is not spent, within the reader's area. */
export const YearEndView = z
  .object({
    fund: z.object({ id: z.string(), name: z.string() }),
    fiscalYear: z.number().int(),
    blockedAt: Instant,
    /** Null where the fund is kept outside the reader's area. */
    unallotted: Figure.nullable(),
    available: Figure,
    reserved: Figure,
    committed: Figure,
    spent: Figure,
    /** Set aside for cases and not paid. */
    unpaid: Listed,
    /** Orders in a batch or with the bank: it is decided on when they have their end. */
    onTheirWay: Listed,
    /** The first signature, with what the second one signs. */
    proposal: z.object({ ...said, digest: z.string() }).nullable(),
    decided: z
      .object({
        ...{ ...said, cosignedBy: Person, at: Instant, carriedOver: Figure.nullable(), lapsed: Figure.nullable() },
        /** The fund of the next year. */
        carriedTo: z.string().nullable(),
      })
      .nullable(),
  })
  .meta({ id: 'YearEnd' });
export type YearEndView = z.infer<typeof YearEndView>;
export const YearEndPage = pageOf(YearEndView);

/** The first of two signatures; another official signs its digest. */
export const YearEndProposed = z
  .object({ fundId: z.string(), awaitsSecondSignature: z.literal(true), digest: z.string() })
  .meta({ id: 'YearEndProposed' });

export const UnpaidCommitmentPage = pageOf(
  z
    .object({
      caseNo: z.string(),
      state: Coded,
      stage: Coded,
      amountFen: Fen,
      documentNo: z.string(),
      /** Entries of the case in the ledger. */
      entries: z.string(),
    })
    .meta({ id: 'UnpaidCommitment' }),
);
export const PaymentOnItsWayPage = pageOf(PaymentView);
