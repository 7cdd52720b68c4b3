import { z } from 'zod';
import { Actor } from './act.js';
import { BundlePaperView } from './bundle.js';
import { AreaName, Coded, freeText, Id, Instant, PageQuery, pageOf, PastDate, Person, say } from './common.js';
import { RowSignature } from './official-signature.js';

/** What was done on the village board with a notice of several cases, as its row keeps it (Publication.posting). */
export const BoardAct = z.strictObject({
  by: Actor,
  /** SHA-256 of the photographs. */
  papers: z.array(z.string()),
  /** Day, witness and words, sealed under the county's key, base64. */
  wordsSealed: z.string(),
  /** The API's signature under it for these cases; without it nothing is carried into any. */
  signed: RowSignature.optional(),
});
export type BoardAct = z.infer<typeof BoardAct>;

/** Posted on the village board, or taken down after the full term: once, for all cases of the notice. */
export const OnBoard = z.strictObject({
  onDay: PastDate,
  witness: freeText(60),
  /** Photographs among the papers of the bundle. */
  paperIds: z.array(Id).min(1, say('请先上传照片', 'Upload a photograph first')).max(50),
  words: freeText(2000).optional(),
});
export type OnBoard = z.infer<typeof OnBoard>;

export const JOINT_STEPS = ['toPost', 'running', 'toTakeDown', 'takenDown'] as const;
export type JointStep = (typeof JOINT_STEPS)[number];

export const JointNoticeQuery = z.strictObject({ ...PageQuery, step: z.enum(JOINT_STEPS).optional() });
export type JointNoticeQuery = z.infer<typeof JointNoticeQuery>;

/** A notice of several cases, as those see it who post it and take it down. */
export const JointNotice = z
  .object({
    no: z.string(),
    bundleNo: z.string(),
    area: AreaName,
    step: Coded,
    publishedAt: Instant,
    postedAt: Instant.nullable(),
    postedBy: Person.nullable(),
    closesAt: Instant.nullable(),
    takenDownBy: Person.nullable(),
    households: z.number().int(),
    /** How many of its cases have entered that it was posted, and taken down; and how many refuse that. */
    carried: z.object({ posted: z.number().int(), takenDown: z.number().int(), refused: z.number().int() }),
  })
  .meta({ id: 'JointNotice' });
export type JointNotice = z.infer<typeof JointNotice>;
export const JointNoticePage = pageOf(JointNotice);

const OnRecord = z.object({
  /** Day, witness and what else was said of it, in lines. */
  said: z.string(),
  photographs: z.array(BundlePaperView),
});

/** A notice of several cases with what was recorded on the village board: at its start and at its end. */
export const JointNoticeDetail = JointNotice.extend({
  posting: OnRecord.nullable(),
  takingDown: OnRecord.nullable(),
}).meta({ id: 'JointNoticeDetail' });
export type JointNoticeDetail = z.infer<typeof JointNoticeDetail>;
