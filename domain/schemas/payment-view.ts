import { z } from 'zod';
import { Bilingual, Coded, Fen, Instant } from './common.js';

/** The bank's word about a payment, in words for the household. */
export const PaymentView = z
  .object({
    reference: z.string(),
    caseNo: z.string(),
    attempt: z.number().int(),
    amountFen: Fen,
    state: Coded,
    bankName: z.string(),
    remark: z.string(),
    documentNo: z.string(),
    accountCode: z.string(),
    preparedAt: Instant,
    reviewedAt: Instant.nullable(),
    sentAt: Instant.nullable(),
    settledAt: Instant.nullable(),
    returnedReason: Bilingual.nullable(),
  })
  .meta({ id: 'Payment' });
export type PaymentView = z.infer<typeof PaymentView>;
