import { z } from 'zod';
import { AuditScope, ProofFinding } from './audit.js';
import { Coded, Id, Instant, PageQuery, pageOf, Person } from './common.js';

export type VerificationState = 'waiting' | 'running' | 'brokenOff' | 'ended';

/** Of some months: whoever keeps more has the command. */
const MOST_KEPT = 50_000;

/** 核验: which cases, whether everything is replayed anew, and the signed heads that the auditor kept. */
export const NewVerification = z.strictObject({
  ...AuditScope.shape,
  full: z.boolean().default(false),
  /** The text of mails, or of the page of the log. */
  kept: z.string().max(MOST_KEPT).default(''),
});
export type NewVerification = z.infer<typeof NewVerification>;
export const VerificationParams = z.strictObject({ id: Id });

export const VerificationView = z
  .object({
    id: z.string(),
    area: z.string(),
    year: z.string().nullable(),
    full: z.boolean(),
    /** How many heads the auditor brought along. */
    kept: z.number().int(),
    state: Coded,
    askedBy: Person,
    askedAt: Instant,
    endedAt: Instant.nullable(),
    /** Cases and other workflows that were verified. */
    done: z.number().int(),
    /** Of how many; null until it has begun. */
    of: z.number().int().nullable(),
    /** How many differences it found; null until its end. */
    findings: z.number().int().nullable(),
  })
  .meta({ id: 'Verification' });
export type VerificationView = z.infer<typeof VerificationView>;
export const VerificationPage = pageOf(VerificationView);

export const VerificationQuery = z.strictObject(PageQuery);
export const VerificationFindingPage = pageOf(ProofFinding);
