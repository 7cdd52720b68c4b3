import { z } from 'zod';
import { ROLES } from '../rules/roles.js';
import { REVIEW_ANSWERS } from '../rules/review-answers.js';
import { FOLLOW_UP_POINT_NAMES } from '../rules/follow-up.js';
import { SETTLEMENT_WAYS } from '../rules/resettlement.js';
import { STAGES, VERDICTS, type Stage } from '../rules/stages.js';

export const StageName = z.enum(Object.keys(STAGES) as [Stage, ...Stage[]]).meta({ id: 'Stage' });

/** Who acts, as the session knows him: an official in his role and office, or the household (its ID). */
export const Actor = z.strictObject({
  id: z.string(),
  role: z.enum(ROLES),
  officeId: z.string().optional(),
  /** County (6 digits), township (9) or village (12); an official acts within his own area only, a helper in his village. */
  areaCode: z.string().optional(),
  /** 代理: the absent official in whose place he acts. */
  inAbsenceOf: z.string().optional(),
});
export type Actor = z.infer<typeof Actor>;

/** What somebody wrote lies in PostgreSQL under the household's key; this is its reference and salted digest. */
export const WordsReference = z.strictObject({ ref: z.string(), sha256: z.string() });
export type WordsReference = z.infer<typeof WordsReference>;

/** 集中安置, 分散安置, 货币安置. */
export const Settlement = z.strictObject({
  way: z.enum(SETTLEMENT_WAYS),
  siteId: z.string().optional(),
  plotNo: z.string().optional(),
});
export type Settlement = z.infer<typeof Settlement>;

/** What whoever was awaited did at a stage: an official's decision or a household's step. */
export const Act = z.strictObject({
  stage: StageName,
  by: Actor,
  /** The second signature, where a stage needs two. */
  cosigner: Actor.optional(),
  verdict: z.enum(VERDICTS),
  reasonCode: z.string().optional(),
  words: WordsReference.optional(),
  /** Smallest steps of the programme's measure: verified, amended or accepted. */
  quantity: z.number().int().nonnegative().optional(),
  /** 长期租赁: for how many months the rent is paid. */
  rentMonths: z.number().int().positive().optional(),
  /** SHA-256 of the papers this act relies on (photographs, reports). */
  papers: z.array(z.string()).optional(),
  /** What the act is about where a stage can have several: an objection, a household change. */
  subject: z.string().optional(),
  /** 扶贫办初核 of a bundle: SHA-256 of the list of whom it strikes out, with reasons and the digests of what was written. */
  struckOut: z.string().optional(),
  score: z.number().int().min(0).max(100).optional(),
  /** What is said to each thing that the programme's review looks at, in its order. */
  answers: z.array(z.enum(REVIEW_ANSWERS)).optional(),
  /** Where a household moves: to a plot or flat of a site, or elsewhere. */
  settlement: Settlement.optional(),
  /** What a visit after a relocation has found open. */
  openPoints: z.array(z.enum(FOLLOW_UP_POINT_NAMES)).optional(),
});
export type Act = z.infer<typeof Act>;
