import { z } from 'zod';
import {
  AreaName,
  Bilingual,
  CaseNo,
  Coded,
  CountyCode,
  Fen,
  Instant,
  PageQuery,
  pageOf,
  Person,
  say,
} from './common.js';

export const FundSource = z.enum(['province', 'city', 'county', 'society']);

/** Accounts of a fund: `source`, `unallotted`, `carriedOver`, `lapsed`; of each of its allotments: the others. */
export const LedgerAccountKind = z.enum([
  'source',
  'unallotted',
  'available',
  'reserved',
  'committed',
  'spent',
  'carriedOver',
  'lapsed',
]);
export type LedgerAccountKind = z.infer<typeof LedgerAccountKind>;

export const LedgerTransactionKind = z.enum([
  'funded',
  'allotted',
  'opened',
  'reserved',
  'committed',
  'lowered',
  'spent',
  'released',
  'corrected',
  'returned',
  'recovered',
  'setOff',
  'carriedOver',
  'lapsed',
]);
export type LedgerTransactionKind = z.infer<typeof LedgerTransactionKind>;

const Name = z.string().min(1).max(80);
/** Which money is meant. */
const MoneyScope = {
  fiscalYear: z.coerce.number().int().min(2000).max(2100).optional(),
  source: FundSource.optional(),
  county: CountyCode.optional(),
  programme: Name.optional(),
};
/** A moment in the past; without it, or in the future, now. */
const AsOf = { at: Instant.optional() };

export const FundQuery = z.strictObject({ ...PageQuery, ...MoneyScope, ...AsOf });
export type FundQuery = z.infer<typeof FundQuery>;
export const FundParams = z.strictObject({ fundId: Name });
export const FundDetailQuery = z.strictObject(AsOf);
export const AllotmentQuery = z.strictObject({ ...PageQuery, ...MoneyScope, ...AsOf, fund: Name.optional() });
export type AllotmentQuery = z.infer<typeof AllotmentQuery>;

const kinds = say('请填写账户种类，多个用逗号分隔', 'Give kinds of accounts, separated by commas');
export const LedgerEntryQuery = z.strictObject({
  ...PageQuery,
  ...MoneyScope,
  fund: Name.optional(),
  allotment: Name.optional(),
  /** Kinds of accounts, separated by commas. */
  account: z
    .string()
    .max(100)
    .transform((text) => text.split(','))
    .pipe(z.array(LedgerAccountKind, kinds))
    .optional(),
  kind: LedgerTransactionKind.optional(),
  caseNo: CaseNo.optional(),
  since: Instant.optional(),
  until: Instant.optional(),
});
export type LedgerEntryQuery = z.infer<typeof LedgerEntryQuery>;

/** A sum of the ledger, fen, and the address of the entries it is the sum of. */
export const Figure = z.object({ fen: Fen, entries: z.string() }).meta({ id: 'Figure' });
export type Figure = z.infer<typeof Figure>;

/** What became of allotted money: `allocated` is the sum of the other four. */
export const Figures = z
  .object({ allocated: Figure, reserved: Figure, committed: Figure, spent: Figure, available: Figure })
  .meta({ id: 'Figures' });
export type Figures = z.infer<typeof Figures>;

/** The part of the two-mountains incentive fund that is allotted for income growth of low-income households. */
export const IncomeGrowth = z
  .object({
    /** Of the whole fund; for whoever sees his area's part of it only, of that part. */
    ofFen: Fen,
    allottedFen: Fen,
    /** Hundredths of a percent. */
    shareBasisPoints: z.number().int(),
    requiredFen: Fen,
    shortfallFen: Fen,
    warning: Bilingual.nullable(),
  })
  .meta({ id: 'IncomeGrowth' });
export type IncomeGrowth = z.infer<typeof IncomeGrowth>;

export const FundView = z
  .object({
    id: z.string(),
    name: z.string(),
    source: Coded,
    fiscalYear: z.number().int(),
    /** The last day of its fiscal year. */
    endsOn: z.string(),
    purpose: z.string(),
    twoMountains: z.boolean(),
    /** The whole, and what of it is not allotted; null where the fund is kept outside the reader's area. */
    amount: Figure.nullable(),
    unallotted: Figure.nullable(),
    /** What went on to the next year, and what was given back to its source; null as above. */
    carriedOver: Figure.nullable(),
    lapsed: Figure.nullable(),
    /** Once its fiscal year is over. */
    yearEnd: z
      .object({
        blockedAt: Instant,
        decision: Coded.nullable(),
        decidedAt: Instant.nullable(),
        carriedTo: z.string().nullable(),
      })
      .nullable(),
    /** The fund of the last year that it goes on from. */
    carriedFrom: z.string().nullable(),
    /** Of what is allotted within the reader's area. */
    figures: Figures,
    incomeGrowth: IncomeGrowth.nullable(),
  })
  .meta({ id: 'Fund' });
export type FundView = z.infer<typeof FundView>;

/** A page of funds with the figures of all that were asked for, as they were `at` that moment. */
export const FundPage = pageOf(FundView).extend({ at: Instant, totals: Figures });

/** A fund by county and by programme. */
export const FundDetail = FundView.extend({
  at: Instant,
  counties: z.array(z.object({ county: AreaName, figures: Figures })),
  programmes: z.array(z.object({ programme: Coded, figures: Figures })),
}).meta({ id: 'FundDetail' });
export type FundDetail = z.infer<typeof FundDetail>;

export const AllotmentView = z
  .object({
    id: z.string(),
    fund: z.object({ id: z.string(), name: z.string() }),
    documentNo: z.string(),
    accountCode: z.string(),
    county: AreaName,
    programme: Coded,
    fiscalYear: z.number().int(),
    forIncomeGrowth: z.boolean(),
    /** The allotment of the last year that it goes on from. */
    carriedFrom: z.string().nullable(),
    figures: Figures,
  })
  .meta({ id: 'Allotment' });
export type AllotmentView = z.infer<typeof AllotmentView>;
export const AllotmentPage = pageOf(AllotmentView).extend({ at: Instant });

/** One movement on one account; the entries of a transaction sum to zero. */
export const LedgerEntryView = z
  .object({
    id: z.string(),
    at: Instant,
    /** Key of the transaction. */
    transaction: z.string(),
    kind: Coded,
    account: Coded,
    amountFen: z.number().int().meta({ description: 'Integer fen (1/100 yuan); above zero adds to the account' }),
    fund: z.object({ id: z.string(), name: z.string() }),
    allotment: z.object({ id: z.string(), documentNo: z.string() }).nullable(),
    caseNo: z.string().nullable(),
    /** Payment order by which it was spent. */
    reference: z.string().nullable(),
    /** By which document, and entered by whom: of what is not a case's. */
    documentNo: z.string().nullable(),
    by: Person.nullable(),
  })
  .meta({ id: 'LedgerEntry' });
export type LedgerEntryView = z.infer<typeof LedgerEntryView>;
export const LedgerEntryPage = pageOf(LedgerEntryView);
