import { z } from 'zod';
import { APPLICANTS } from '../rules/applicants.js';
import { CASE_WORKFLOWS } from '../rules/case-workflows.js';
import { PAY_TO } from '../rules/payee.js';
import { PERIODS } from '../rules/periods.js';
import { Bilingual, CountyCode, Instant } from './common.js';
import { Eligibility } from './eligibility.js';
import { LoanLimits, Measure, PAYMENT_MODES, PaperRule } from './programme.js';
import { StandardSchema } from './published-standard.js';

export const ProgrammeQuery = z.strictObject({ county: CountyCode.optional() });
export const ProgrammeParams = z.strictObject({ code: z.string().max(60) });

export const ProgrammeSummary = z
  .object({
    code: z.string(),
    countyCode: z.string(),
    name: Bilingual,
    summary: Bilingual,
    open: z.boolean(),
    opensAt: Instant,
    closesAt: Instant,
    /** The way of its cases; without it, that of a project. */
    workflow: z.enum(CASE_WORKFLOWS).optional(),
    /** Who files: a household, or its helper for it; or the collective of a village. */
    applicant: z.enum(APPLICANTS),
    eligible: Eligibility,
    /** Paid when the income of an asset is divided. */
    paidByDividend: z.literal(true).optional(),
  })
  .meta({ id: 'ProgrammeSummary' });
export type ProgrammeSummary = z.infer<typeof ProgrammeSummary>;

/** A step of a case's way; null working days where nobody's term runs. */
export const GuideStep = z.object({
  stage: z.string(),
  name: Bilingual,
  clause: z.string(),
  who: Bilingual.nullable(),
  workingDays: z.number().int().nullable(),
});
export type GuideStep = z.infer<typeof GuideStep>;

/** The guide to a programme: who may, what it pays, which papers, which steps, what it is based on. */
export const ProgrammeGuide = ProgrammeSummary.extend({
  version: z.number().int(),
  basis: Bilingual,
  source: z.object({ kind: z.enum(['published', 'example']), text: z.string() }),
  period: z.enum(PERIODS),
  /** For one member of the household, who is named in the application. */
  personal: z.boolean(),
  eligibility: Bilingual,
  measure: Measure,
  standard: StandardSchema,
  standardText: Bilingual,
  /** What holds besides: how often, how and to whom it is paid, from whose money, what changes in the household do. */
  rules: z.array(z.object({ name: Bilingual, text: Bilingual })),
  paymentMode: z.enum(PAYMENT_MODES),
  payTo: z.enum(PAY_TO).optional(),
  loan: LoanLimits.optional(),
  papers: z.array(PaperRule),
  steps: z.array(GuideStep),
  remedies: Bilingual,
}).meta({ id: 'ProgrammeGuide' });
export type ProgrammeGuide = z.infer<typeof ProgrammeGuide>;
