import { z } from 'zod';
import { Coded, Fen } from './common.js';

/** What one of those who bear a programme together pays of an order, as it was when the order was made. */
export const FundingPart = z.object({
  /** Whose money it is. */
  source: Coded,
  documentNo: z.string(),
  accountCode: z.string(),
  amountFen: Fen,
});
export type FundingPart = z.infer<typeof FundingPart>;
