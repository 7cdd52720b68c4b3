import { z } from 'zod';
import { Bilingual } from './common.js';

/**
 * What a publication says (Publication.body), masked when it was made: names by their first character, places down
 * to the village, no digit of an identity number, telephone or account, no illness or disability as a reason.
 */
export const NoticeBody = z.strictObject({
  /** Head of the household, masked. */
  applicant: z.string(),
  county: z.string(),
  township: z.string(),
  village: z.string(),
  programme: Bilingual,
  basis: Bilingual,
  /** What is measured, in its unit, as text: `12.50`. */
  quantity: z.string(),
  unit: Bilingual,
  /** The quantity as people say it: `12.50亩`, `D级`. Earlier publications have it not. */
  quantityText: Bilingual.optional(),
  /** What the programme pays, in a sentence. */
  standard: Bilingual.optional(),
  /** 0 where the household is housed in another way. */
  amountFen: z.number().int().nonnegative(),
  /** What it gets in place of money. */
  instead: Bilingual.optional(),
  /** Who proposes the project and where objections go besides this system. */
  office: z.string(),
});
export type NoticeBody = z.infer<typeof NoticeBody>;
