import { z } from 'zod';
import { type ReasonCode, reasonsFor } from '../rules/reasons.js';
import {
  AreaCode,
  AreaName,
  CaseNo,
  Coded,
  Fen,
  freeText,
  Instant,
  PageQuery,
  pageOf,
  Person,
  say,
  Sha256,
} from './common.js';
import { FundingPart } from './funding-part.js';

export const SCHEDULE_STATES = ['making', 'made', 'countersigning', 'reviewing', 'reviewed', 'cancelled'] as const;
export type ScheduleState = (typeof SCHEDULE_STATES)[number];
export const LINE_STATES = ['asked', 'ordered', 'refused', 'decided', 'passed', 'returned'] as const;
export type LineState = (typeof LINE_STATES)[number];

/** As many orders as a file to the bank holds. */
export const MOST_LINES = 5000;
/** With more of them, the schedule is given back as a whole. */
const MOST_EXCLUDED = 1000;

const programme = z.string().trim().min(1, say('请选择项目', 'Choose the programme')).max(60);
const REVIEW_REASONS = reasonsFor('paymentReview', 'return') as [ReasonCode, ...ReasonCode[]];
const reasonCode = z.enum(REVIEW_REASONS, say('请从列表中选择理由', 'Choose a reason from the list'));
const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/, say('请重新打开清册后签字', 'Open the schedule again before you sign'));

/** 补贴清册: the cases of a programme that are to be paid together; without their numbers, all that wait for it. */
export const NewSchedule = z.strictObject({
  programme,
  township: AreaCode.optional(),
  caseNos: z
    .array(CaseNo)
    .min(1)
    .max(MOST_LINES, say(`一本清册最多${MOST_LINES}笔`, `At most ${MOST_LINES} orders in a schedule`))
    .optional(),
});
export type NewSchedule = z.infer<typeof NewSchedule>;

export const ScheduleParams = z.strictObject({ no: z.string().regex(/^\d{6}-\d{4}-S\d{6,}$/) });
export const ScheduleQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(SCHEDULE_STATES).optional(),
  programme: programme.optional(),
});
export type ScheduleQuery = z.infer<typeof ScheduleQuery>;
export const ScheduleLineQuery = z.strictObject({
  ...PageQuery,
  /** Only lines in this state. */
  line: z.enum(LINE_STATES).optional(),
});
export type ScheduleLineQuery = z.infer<typeof ScheduleLineQuery>;
export const ScheduleExportQuery = z.strictObject({ format: z.enum(['xlsx', 'csv']).default('xlsx') });

const missing = (field: string) => ({ code: 'custom' as const, path: [field], message: NEEDS_REASON });
const NEEDS_REASON = say('退回须选择理由并写明说明', 'To give it back, choose a reason and explain it');

/** 财政复核 of a whole schedule, by the digest that was seen; those excluded go back to whoever made them. */
export const ScheduleReview = z
  .strictObject({
    digest,
    verdict: z.enum(['pass', 'return'], say('请选择通过或退回', 'Choose to pass it or to give it back')),
    reasonCode: reasonCode.optional(),
    words: freeText(2000).optional(),
    excluded: z
      .array(z.strictObject({ reference: z.string().max(60), reasonCode }))
      .max(MOST_EXCLUDED)
      .default([]),
  })
  .superRefine(({ verdict, reasonCode: why, words, excluded }, context) => {
    const givesBack = verdict === 'return' || excluded.length > 0;
    if (verdict === 'return' && !why) context.addIssue(missing('reasonCode'));
    if (givesBack && !words) context.addIssue(missing('words'));
  });
export type ScheduleReview = z.infer<typeof ScheduleReview>;

/** The third signature, by the digest that was seen; who does not agree gives it back to be reviewed anew. */
export const ScheduleSignature = z.strictObject({ digest, agrees: z.boolean() });
export type ScheduleSignature = z.infer<typeof ScheduleSignature>;

export const ScheduleView = z
  .object({
    no: z.string(),
    county: AreaName,
    programme: Coded,
    state: Coded,
    madeBy: Person,
    madeAt: Instant,
    /** Cases that were asked for an order. */
    cases: z.number().int(),
    /** Control totals, once every case was asked; what is signed by the digest. */
    orders: z.number().int().nullable(),
    sumFen: Fen.nullable(),
    digest: Sha256.nullable(),
    /** Whether a third person signs too. */
    aboveLimit: z.boolean(),
    reviewedBy: Person.nullable(),
    reviewedAt: Instant.nullable(),
    thirdBy: Person.nullable(),
    thirdAt: Instant.nullable(),
  })
  .meta({ id: 'PayeeSchedule' });
export type ScheduleView = z.infer<typeof ScheduleView>;
export const SchedulePage = pageOf(ScheduleView);

export const ScheduleLineView = z
  .object({
    caseNo: z.string(),
    /** The head of the household, by the first character of the name. */
    applicant: z.string(),
    area: z.object({ township: AreaName, village: AreaName }),
    state: Coded,
    reference: z.string().nullable(),
    amountFen: Fen,
    documentNo: z.string().nullable(),
    accountCode: z.string().nullable(),
    /** Where several bear it together: what each of them pays of it. */
    parts: z.array(FundingPart),
    /** Whom of the register of payees it goes to; null where it goes to the household. */
    paidTo: z.string().nullable(),
    /** Why the case gave no order, or did not take finance's decision. */
    refusal: Coded.nullable(),
    /** What keeps the order from leaving for the time being. */
    warnings: z.array(Coded),
  })
  .meta({ id: 'PayeeScheduleLine' });
export type ScheduleLineView = z.infer<typeof ScheduleLineView>;

export const ScheduleDetail = ScheduleView.extend({
  /** How many lines are in each state. */
  counts: z.array(z.object({ state: Coded, lines: z.number().int() })),
  /** What finance decided, and why. */
  review: z
    .object({
      verdict: Coded,
      reason: Coded.nullable(),
      words: z.string().nullable(),
      excluded: z.array(z.object({ reference: z.string(), reason: Coded })),
    })
    .nullable(),
  lines: pageOf(ScheduleLineView),
}).meta({ id: 'PayeeScheduleDetail' });
export type ScheduleDetail = z.infer<typeof ScheduleDetail>;

/** Where the schedule is then. */
export const ScheduleActed = z.object({ no: z.string(), state: Coded }).meta({ id: 'PayeeScheduleActed' });

/** What finance decided about a schedule, as its row keeps it (PayeeSchedule.review). */
export const StoredReview = z.strictObject({
  verdict: z.enum(['pass', 'return']),
  reasonCode: reasonCode.optional(),
  /** Sealed under the county's key, base64. */
  words: z.string().optional(),
  excluded: z.array(z.strictObject({ reference: z.string(), reasonCode })),
});
export type StoredReview = z.infer<typeof StoredReview>;
