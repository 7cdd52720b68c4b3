import { z } from 'zod';
import { OFFICIAL_HOLD_REASONS } from '../rules/hold-reasons.js';
import {
  Bilingual,
  CaseNo,
  Coded,
  freeText,
  Id,
  Instant,
  PageQuery,
  pageOf,
  Person,
  QueryFlag,
  say,
} from './common.js';

export const HoldKind = z.enum(['case', 'household', 'account', 'batch']);
export type HoldKind = z.infer<typeof HoldKind>;

const given = {
  reasonCode: z.enum(OFFICIAL_HOLD_REASONS, say('请选择暂停支付的理由', 'Choose why payment is put on hold')),
  note: freeText(500).meta({ description: '暂停支付的依据，不写户主姓名、证件号和账号' }),
};

/** What to put on hold; an account is named by an order that goes to it, so that no number has to be written. */
export const NewHold = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('case'), caseNo: CaseNo, ...given }),
  z.strictObject({ kind: z.literal('household'), registerNo: z.string().trim().min(1).max(40), ...given }),
  z.strictObject({ kind: z.literal('account'), reference: z.string().trim().min(1).max(60), ...given }),
  z.strictObject({ kind: z.literal('batch'), batchNo: z.string().trim().min(1).max(40), ...given }),
]);
export type NewHold = z.infer<typeof NewHold>;

export const HoldQuery = z.strictObject({
  ...PageQuery,
  /** `true`: only those in force; `false`: only those that were lifted. */
  open: QueryFlag.optional(),
  kind: HoldKind.optional(),
});
export type HoldQuery = z.infer<typeof HoldQuery>;
export const HoldParams = z.strictObject({ id: Id });
export const HoldLifting = z.strictObject({
  note: freeText(500).meta({ description: '解除的依据，不写户主姓名、证件号和账号' }),
});

export const HoldView = z
  .object({
    id: z.string(),
    kind: Coded,
    /** Case number, number in the register (of the household, or of the one whose account it is) or batch number. */
    about: z.string(),
    reason: Coded,
    note: z.string(),
    /** Null where a check of the payee stopped it. */
    by: Person.nullable(),
    at: Instant,
    lifted: z.object({ by: Person, at: Instant, note: z.string() }).nullable(),
  })
  .meta({ id: 'Hold' });
export type HoldView = z.infer<typeof HoldView>;
export const HoldPage = pageOf(HoldView);

const References = z.object({
  orders: z.number().int(),
  /** The first hundred of them. */
  references: z.array(z.string()),
});

/** A new hold: what it stops, and what had left before and can't be stopped any more. */
export const HoldPlaced = z
  .object({ hold: HoldView, stopped: References, onTheirWay: References, text: Bilingual })
  .meta({ id: 'HoldPlaced' });

/** A hold as the case shows it. */
export const CaseHold = z.object({ text: Bilingual, at: Instant }).meta({ id: 'CaseHold' });
export type CaseHold = z.infer<typeof CaseHold>;
