import { z } from 'zod';
import { Bilingual, Instant, Person } from './common.js';

/** A field that is still missing or not right, and what to do. */
export const FieldError = z.object({ field: z.string(), zh: z.string(), en: z.string() }).meta({ id: 'FieldError' });
export type FieldError = z.infer<typeof FieldError>;

/** RFC 9457 problem details, `application/problem+json`. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    /** One of the codes of `domain/errors.ts`. */
    code: z.string(),
    zh: z.string(),
    en: z.string(),
    /** One entry for each field that is not right, in words that say what to do. */
    errors: z.array(FieldError).optional(),
    /** With STAGE_MOVED: where the case is now, who moved it and when. */
    moved: z.object({ stage: Bilingual, by: z.array(Person), at: Instant.nullable() }).optional(),
    /** With PROPOSAL_WAITS: who has signed first. */
    proposedBy: Person.optional(),
    /** With HOLD_THERE, HOLD_LIFTED, RECONCILIATION_SIGNED, DISCREPANCY_SETTLED: who had done it before, and when. */
    already: z.object({ by: z.array(Person), at: Instant }).optional(),
    /** With ALREADY_RUNNING: the case that runs. */
    caseNo: z.string().optional(),
    /** With TOO_MANY_REQUESTS. */
    retryAfterSeconds: z.number().int().optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof Problem>;
