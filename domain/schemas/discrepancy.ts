import { z } from 'zod';
import { Bilingual, Coded, CountyCode, freeText, Id, Instant, PageQuery, pageOf, Person, QueryFlag } from './common.js';

/** What can fail to fit between us and the bank. */
export const DiscrepancyKind = z.enum([
  'missingAtBank',
  'missingHere',
  'amountDiffers',
  'foreign',
  'contradicts',
  'unreadableFile',
  'silent',
]);
export type DiscrepancyKind = z.infer<typeof DiscrepancyKind>;

export const DiscrepancyQuery = z.strictObject({
  ...PageQuery,
  /** Settled ones only, or open ones only. */
  settled: QueryFlag.optional(),
  kind: DiscrepancyKind.optional(),
  county: CountyCode.optional(),
});
export type DiscrepancyQuery = z.infer<typeof DiscrepancyQuery>;

export const DiscrepancyParams = z.strictObject({ id: Id });

/** What was found out and done; not whose household it is. */
export const DiscrepancySettlement = z.strictObject({
  settlement: freeText(500).meta({ description: '查明的情况和处理结果，不写户主姓名、证件号和账号' }),
});

export const DiscrepancyView = z
  .object({
    id: z.string(),
    kind: Coded,
    countyCode: z.string().meta({ description: "Empty where the bank's file names no county" }),
    /** As the bank wrote it: it need not be an order of ours. */
    reference: z.string().nullable(),
    batchNo: z.string().nullable(),
    /** Name of the bank's file it was found in. */
    file: z.string().nullable(),
    caseNo: z.string().nullable(),
    ourFen: z.number().int().nullable(),
    bankFen: z.number().int().nullable(),
    foundAt: Instant,
    /** `by` is null where it settled itself. */
    settled: z.object({ by: Person.nullable(), at: Instant, settlement: Bilingual }).nullable(),
    /** What to do about it. */
    advice: Bilingual,
  })
  .meta({ id: 'Discrepancy' });
export type DiscrepancyView = z.infer<typeof DiscrepancyView>;
export const DiscrepancyPage = pageOf(DiscrepancyView);
