import { z } from 'zod';
import { END_REASONS } from '../rules/entitlement-ends.js';
import { StageName } from './act.js';

/** Why a case ended without its money. */
export const Refusal = z.strictObject({
  kind: z.enum(['refused', 'lapsed', 'withdrawn', 'notCompleted', 'closedForChange']),
  stage: StageName,
  reasonCode: z.string().optional(),
});
export type Refusal = z.infer<typeof Refusal>;

export const FINDINGS = ['usedAsIntended', 'partlyUsed', 'notUsed'] as const;

export const Outcome = z.union([
  Refusal,
  z.strictObject({ kind: z.literal('completed'), amountFen: z.number().int().nonnegative() }),
  /** A long lease or public housing in place of a renovation; fen of the rent, where one is paid. */
  z.strictObject({ kind: z.literal('housedOtherwise'), amountFen: z.number().int().positive().optional() }),
  /** Granted once, and paid period after period by runs of its own; fen of one period, by the standard of the day. */
  z.strictObject({ kind: z.literal('granted'), amountFen: z.number().int().nonnegative() }),
  /** Of a run: the entitlement does not hold any more. */
  z.strictObject({ kind: z.literal('entitlementEnded'), end: z.enum(END_REASONS) }),
  /** Paid, and not confirmed afterwards: the money is claimed back. */
  z.strictObject({
    kind: z.literal('notConfirmed'),
    amountFen: z.number().int().nonnegative(),
    reasonCode: z.string().optional(),
  }),
  /** Followed up after a relocation until nothing was open. */
  z.strictObject({ kind: z.literal('settledIn') }),
  z.strictObject({ kind: z.literal('reviewed'), finding: z.enum(FINDINGS), score: z.number().int() }),
]);
export type Outcome = z.infer<typeof Outcome>;
