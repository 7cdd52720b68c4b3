import { z } from 'zod';
import { AreaCode, Coded, freeText, Instant, PageQuery, pageOf, Phone } from './common.js';
import { NoticeBody } from './notice.js';

export const NoticeQuery = z.strictObject({
  ...PageQuery,
  /** County, township or village. */
  area: AreaCode.optional(),
  /** `open`: objections are taken. `announced`: the term is over and the result stands. */
  state: z.enum(['open', 'announced']).optional(),
  programme: z.string().max(80).optional(),
  /** Words of the name of a place or programme, or the beginning of a number. */
  q: z.string().trim().max(60).optional(),
});
export type NoticeQuery = z.infer<typeof NoticeQuery>;

export const NoticeParams = z.strictObject({ no: z.string().max(40) });

const NOTICE_STATES = ['open', 'announced', 'withdrawn'] as const;
const Objections = z.object({ open: z.number().int(), settled: z.number().int() });

export const NoticeView = z
  .object({
    no: z.string(),
    state: z.enum(NOTICE_STATES),
    publishedAt: Instant,
    /** When it was posted on the village board: the term runs from then. */
    postedAt: Instant.nullable(),
    closesAt: Instant.nullable(),
    closedAt: Instant.nullable(),
    /** Of a notice of one household; where it lists more, each has its own. */
    decisionNo: z.string().nullable(),
    /** Objections are taken. */
    open: z.boolean(),
    objections: Objections,
    /** How many households it lists. */
    households: z.number().int(),
    /** Of several households: the first of them and how many, with the sum of what is proposed. */
    body: NoticeBody,
  })
  .meta({ id: 'Notice' });
export type NoticeView = z.infer<typeof NoticeView>;
export const NoticePage = pageOf(NoticeView);

export const NoticeEntryQuery = z.strictObject(PageQuery);
export type NoticeEntryQuery = z.infer<typeof NoticeEntryQuery>;

/** A household of a notice, as a row of its table. */
export const NoticeEntry = z
  .object({
    /** To be named by whoever objects. */
    position: z.number().int(),
    state: z.enum(NOTICE_STATES),
    closedAt: Instant.nullable(),
    decisionNo: z.string().nullable(),
    objections: Objections,
    body: NoticeBody,
  })
  .meta({ id: 'NoticeEntry' });
export type NoticeEntry = z.infer<typeof NoticeEntry>;
export const NoticeEntryPage = pageOf(NoticeEntry);

/** Anyone may object, with a name or without. */
export const ObjectionBody = z.strictObject({
  /** Which household of the notice, by its place in the table; needless where it lists one. */
  position: z.number().int().positive().max(100_000).optional(),
  words: freeText(4000),
  name: freeText(60).optional(),
  phone: Phone.optional(),
});
export type ObjectionBody = z.infer<typeof ObjectionBody>;

/** The receipt number is all that is needed to read the result: keep it. */
export const ObjectionReceipt = z
  .object({ receiptNo: z.string(), noticeNo: z.string(), receivedAt: Instant })
  .meta({ id: 'ObjectionReceipt' });

export const ObjectionParams = z.strictObject({ receiptNo: z.string().max(40) });

export const ObjectionView = z
  .object({
    receiptNo: z.string(),
    noticeNo: z.string(),
    receivedAt: Instant,
    state: z.enum(['received', 'settled']),
    settledAt: Instant.nullable(),
    result: Coded.nullable(),
    words: z.string().nullable(),
  })
  .meta({ id: 'Objection' });
export type ObjectionView = z.infer<typeof ObjectionView>;
