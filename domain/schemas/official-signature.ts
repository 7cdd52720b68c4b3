import { z } from 'zod';
import { Actor } from './act.js';

/** The API's signature under an act for several cases, as its row keeps it. */
export const RowSignature = z.strictObject({
  keyId: z.string(),
  /** Base64. */
  signature: z.string(),
});
export type RowSignature = z.infer<typeof RowSignature>;

/** The same with whoever acted, in the role and office in which he did. */
export const OfficialSignature = RowSignature.extend({ by: Actor });
export type OfficialSignature = z.infer<typeof OfficialSignature>;
