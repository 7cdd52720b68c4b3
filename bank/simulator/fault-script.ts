import { z } from 'zod';
import { BANK_SAYS } from '../../domain/rules/bank-words.js';
import { reference, returnReason, token } from './messages.js';

const milliseconds = z
  .int()
  .min(0)
  .max(7 * 86_400_000);

const rule = z.strictObject({
  /** Only for this file: its name, its batch, or the name of one report; without it for every one. */
  file: token.optional(),
  /** How often it applies before it is spent; without it for ever. */
  times: z.int().positive().optional(),
});
/** Only for this order; without it for every order. */
const orderRule = rule.extend({ reference: reference.optional() });

/** Files handed over, questions about them, the list of reports, a report, a check of a payee. */
const LINES = ['put', 'ask', 'list', 'fetch', 'check'] as const;
const lineRule = rule.extend({ on: z.enum(LINES).default('put') });
const lineFaults = [
  /** Nothing happens for `delayMs`, then all as usual. */
  lineRule.extend({ kind: z.literal('slow'), delayMs: milliseconds }),
  /** 503; a file handed over is not taken. */
  lineRule.extend({ kind: z.literal('fail') }),
  /** All is done, and never answered. */
  lineRule.extend({ kind: z.literal('silent') }),
] as const;

const fileFaults = [
  /** The bank does not take the file. */
  rule.extend({ kind: z.literal('refuseFile') }),
  /** Of a file only the `first` orders are credited at once; the rest comes back, or is credited later. */
  rule.extend({
    kind: z.literal('part'),
    first: z.int().nonnegative(),
    rest: z.enum(['returned', 'later']).default('returned'),
    reasonCode: returnReason.default('ACCOUNT_FROZEN'),
    delayMs: milliseconds.default(0),
  }),
] as const;

const orderFaults = [
  /** The money comes back, at once or after `delayMs`. */
  orderRule.extend({ kind: z.literal('refuse'), reasonCode: returnReason, delayMs: milliseconds.default(0) }),
  /** The money is credited later than the order is accepted. */
  orderRule.extend({ kind: z.literal('creditLate'), delayMs: milliseconds }),
  /** The money is credited at once, and the bank says so later. */
  orderRule.extend({ kind: z.literal('reportLate'), delayMs: milliseconds }),
  /** As `reportLate`, and before that the bank does not even say that it has accepted the order. */
  orderRule.extend({ kind: z.literal('noAnswer'), delayMs: milliseconds }),
  /** The money is credited at once and comes back after `delayMs`. */
  orderRule.extend({
    kind: z.literal('creditedThenReturned'),
    reasonCode: returnReason.default('ACCOUNT_FROZEN'),
    delayMs: milliseconds,
  }),
] as const;

const wordFaults = [
  /** What is to be told (only `says`, if given) is told `delayMs` later, however old it is by then; without: not before the faults are forgotten. */
  orderRule.extend({
    kind: z.literal('withhold'),
    says: z.enum(BANK_SAYS).optional(),
    delayMs: milliseconds.optional(),
  }),
  /** Told with an amount that is `byFen` off; put right after `delayMs`, or else when the faults are forgotten. */
  orderRule.extend({
    kind: z.literal('wrongAmount'),
    byFen: z.int().positive().default(1),
    delayMs: milliseconds.optional(),
  }),
  /** `delayMs` after a return was told the bank tells of a credit that was not made. */
  orderRule.extend({ kind: z.literal('contradict'), delayMs: milliseconds.default(1_000) }),
] as const;

const reportFaults = [
  /** The report has `rows` more, about orders that nobody sent. */
  rule.extend({ kind: z.literal('foreign'), rows: z.int().positive().max(100).default(1) }),
  /** The report is laid out again under the next name. */
  rule.extend({ kind: z.literal('twice') }),
] as const;

const fetchFaults = [
  /** A report is fetched with its second half missing: of its bytes, or of its rows (then its control totals tell). */
  rule.extend({ kind: z.literal('truncate'), of: z.enum(['bytes', 'rows']).default('bytes') }),
] as const;

const listFaults = [
  /** The list of reports has the newest first. */
  rule.omit({ file: true }).extend({ kind: z.literal('outOfOrder') }),
] as const;

/** One thing that goes wrong. Of several of the same sort that fit, the first that is not spent applies. */
const fault = z.discriminatedUnion('kind', [
  ...lineFaults,
  ...fileFaults,
  ...orderFaults,
  ...wordFaults,
  ...reportFaults,
  ...fetchFaults,
  ...listFaults,
]);
export type Fault = z.infer<typeof fault>;
export type FaultOf<Kind extends Fault['kind']> = Extract<Fault, { kind: Kind }>;

export type Line = (typeof LINES)[number];
export type LineFault = FaultOf<'slow' | 'fail' | 'silent'>;
/** What becomes of an order: read off `orderFaults`, without whom it is for. */
export type OrderFault =
  | Pick<FaultOf<'refuse'>, 'kind' | 'reasonCode' | 'delayMs'>
  | Pick<FaultOf<'creditLate'>, 'kind' | 'delayMs'>
  | Pick<FaultOf<'reportLate'>, 'kind' | 'delayMs'>
  | Pick<FaultOf<'noAnswer'>, 'kind' | 'delayMs'>
  | Pick<FaultOf<'creditedThenReturned'>, 'kind' | 'reasonCode' | 'delayMs'>;

export const ORDER_FAULTS = ['refuse', 'creditLate', 'reportLate', 'noAnswer', 'creditedThenReturned'] as const;

export const faultScript = z.strictObject({ faults: z.array(fault).max(1000) });
