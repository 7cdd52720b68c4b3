import { z } from 'zod';
import { Act, StageName } from './act.js';
import { BEARERS } from '../rules/funding.js';
import { LIFE_EVENT_EFFECTS } from '../rules/life-events.js';
import { END_REASONS } from '../rules/entitlement-ends.js';
import { Outcome } from './outcome.js';

export const TermSchema = z.strictObject({
  workingDays: z.number().int().nonnegative().optional(),
  calendarDays: z.number().int().nonnegative().optional(),
  months: z.number().int().nonnegative().optional(),
});

const fen = z.number().int().nonnegative();
const quantity = z.number().int().nonnegative();
const step = <K extends string, S extends z.core.$ZodLooseShape>(kind: K, shape: S) =>
  z.strictObject({ seq: z.number().int().positive(), at: z.number().int(), kind: z.literal(kind), ...shape });

/**
 * One step of a case's way, numbered by the workflow (`seq` from 1, without gaps) at its own time (`at`, epoch ms).
 * It holds codes, amounts and references, never what people wrote or who they are.
 */
export const Transition = z.discriminatedUnion('kind', [
  step('entered', {
    stage: StageName,
    /** A deadline that changes the case when it passes; the recorder dates it from the calendar and answers. */
    term: TermSchema.optional(),
    /** Epoch ms the term counts from; without it, the moment of entering. */
    from: z.number().int().optional(),
    subject: z.string().optional(),
  }),
  step('acted', { act: Act }),
  step('deskChecked', { findings: z.array(z.string()) }),
  /** `rentMonths`: it is the rent of a long lease. */
  step('amountSet', { quantity, amountFen: fen, rentMonths: z.number().int().positive().optional() }),
  step('reserved', { amountFen: fen }),
  /** `of`: whose allotments have too little, where several bear the programme together. */
  step('allotmentShort', { amountFen: fen, of: z.array(z.enum(BEARERS)).optional() }),
  step('publicationOpened', { publicationNo: z.string() }),
  step('published', { publicationNo: z.string() }),
  step('noticeClosed', { publicationNo: z.string() }),
  step('committed', { decisionNo: z.string(), amountFen: fen }),
  /** Decided without a notice before; what it costs is set aside and committed at once. */
  step('decided', { decisionNo: z.string(), amountFen: fen }),
  /** The result, made known after the money has gone out: a publication that takes no objections. */
  step('announced', { publicationNo: z.string() }),
  /** What is paid period after period is granted: no money is set aside yet. */
  step('granted', { decisionNo: z.string(), amountFen: fen }),
  /** Of a run: whether the entitlement still holds; `end`: why not. */
  step('entitlementChecked', { end: z.enum(END_REASONS).optional() }),
  /** Of a run: what the period costs is set aside and committed. */
  step('periodCommitted', { amountFen: fen }),
  step('objected', { objectionId: z.string() }),
  step('papersReceived', { papers: z.array(z.string()) }),
  /** `effect`: what the programme says of it; without one an official looks at it. */
  step('changeReported', { changeId: z.string(), effect: z.enum(LIFE_EVENT_EFFECTS).optional() }),
  step('deadlinePassed', { stage: StageName }),
  step('deadlineMoved', { dueAt: z.number().int() }),
  step('paymentOrdered', {
    reference: z.string(),
    amountFen: fen,
    /** Which part it is, where the subsidy is paid in parts; from 1. */
    instalment: z.number().int().positive().optional(),
  }),
  /** 抵扣: kept back of what the order was to pay, for claims in other cases of the household. */
  step('setOff', {
    reference: z.string(),
    claims: z.array(z.strictObject({ caseNo: z.string(), amountFen: fen })).min(1),
  }),
  step('paymentCancelled', { reference: z.string(), reasonCode: z.string().optional() }),
  step('paymentSettled', {
    reference: z.string(),
    result: z.enum(['credited', 'returned']),
    reasonCode: z.string().optional(),
  }),
  /** Without a cause, the finding of a review. */
  step('recoveryOpened', { amountFen: fen, cause: z.enum(['notConfirmed', 'withdrawn', 'notCompleted']).optional() }),
  step('landGranted', { squareMetres: z.number().int().nonnegative() }),
  step('placed', { siteId: z.string(), plotNo: z.string(), persons: quantity }),
  step('placeRefused', { siteId: z.string(), plotNo: z.string(), why: z.enum(['plotTaken', 'siteFull']) }),
  step('placeReleased', {}),
  step('pointOpened', { stage: StageName, subject: z.string() }),
  step('closed', { outcome: Outcome }),
]);
export type Transition = z.infer<typeof Transition>;
