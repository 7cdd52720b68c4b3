import { z } from 'zod';
import { PayeeName } from './payee.js';
import { PaymentView } from './payment-view.js';
import { AreaCode, Coded, Fen, freeText, Id, Instant, PageQuery, pageOf, say, Sha256 } from './common.js';

const WHOLE_FEN = say('请填写金额（分，整数）', 'Give the amount in whole fen');
const fen = z.number(WHOLE_FEN).int(WHOLE_FEN).nonnegative(WHOLE_FEN).max(Number.MAX_SAFE_INTEGER);
const SHARE = say('请填写0至10000（万分比）', 'Give 0 to 10000, hundredths of a percent');
const Year = z.number().int().min(2018).max(2100);

/** How the income is divided (domain/rules/dividend.ts). */
export const DividendRuleSchema = z.strictObject({
  collectiveBasisPoints: z.number(SHARE).int(SHARE).min(0, SHARE).max(10_000, SHARE),
  guaranteeFen: fen,
  targetFen: fen,
  reserveMostFen: fen,
});

export const NewAsset = z.strictObject({
  name: freeText(60),
  areaCode: AreaCode,
  programmeCode: z.string().min(1).max(60),
  documentNo: freeText(60),
  rule: DividendRuleSchema,
});
export type NewAsset = z.infer<typeof NewAsset>;

export const AssetView = z
  .object({
    id: z.string(),
    name: z.string(),
    areaCode: z.string(),
    programmeCode: z.string(),
    documentNo: z.string(),
    rule: DividendRuleSchema,
    /** What its reserve holds. */
    reserveFen: Fen,
    incomes: z.array(z.object({ year: z.number().int(), amountFen: Fen, documentNo: z.string() })),
  })
  .meta({ id: 'Asset' });
export type AssetView = z.infer<typeof AssetView>;
export const AssetQuery = z.strictObject(PageQuery);
export const AssetPage = pageOf(AssetView);

export const NewIncome = z.strictObject({ year: Year, amountFen: fen, documentNo: freeText(60) });
export type NewIncome = z.infer<typeof NewIncome>;

export const NewDividend = z.strictObject({ assetId: Id, year: Year });
export type NewDividend = z.infer<typeof NewDividend>;

export const DividendParams = z.strictObject({ no: z.string().max(40) });
export const DividendQuery = z.strictObject(PageQuery);
export type DividendQuery = z.infer<typeof DividendQuery>;

export const DividendView = z
  .object({
    no: z.string(),
    asset: z.object({ id: z.string(), name: z.string() }),
    year: z.number().int(),
    state: Coded,
    incomeFen: Fen,
    /** How far it is: entitlements listed, parts written, runs made, runs paid. */
    progress: z.object({
      listed: z.number().int(),
      divided: z.number().int(),
      handedOn: z.number().int(),
      paid: z.number().int(),
    }),
    /** Once it is divided; the three make the income. `reserveFen` is below zero where the reserve gives. */
    sums: z.object({ collectiveFen: Fen, reserveFen: z.number().int(), householdsFen: Fen }).nullable(),
    /** 村集体份额: who it goes to, as signed or as it would be now, and the case that pays it. Null where there is none. */
    collective: z
      .object({
        payee: PayeeName.nullable(),
        /** Who of the register can be named, until it is signed. */
        fitting: z.array(PayeeName),
        caseNo: z.string().nullable(),
        stage: Coded.nullable(),
        /** One after the other, where one came back. */
        orders: z.array(PaymentView),
      })
      .nullable(),
    /** What is signed. */
    digest: z.string().nullable(),
    madeAt: Instant,
    approvedAt: Instant.nullable(),
  })
  .meta({ id: 'Dividend' });
export type DividendView = z.infer<typeof DividendView>;
export const DividendPage = pageOf(DividendView);

export const PartQuery = z.strictObject(PageQuery);
export const PartPage = pageOf(
  z
    .object({
      entitlementNo: z.string(),
      shares: z.number().int(),
      canWork: z.boolean(),
      amountFen: Fen.nullable(),
      caseNo: z.string().nullable(),
    })
    .meta({ id: 'DividendPart' }),
);

export const DividendApproval = z.strictObject({
  digest: Sha256,
  /** Whom of the register the collective's share goes to; without it, the only collective in the asset's area. */
  collectiveId: Id.optional(),
});
export type DividendApproval = z.infer<typeof DividendApproval>;
