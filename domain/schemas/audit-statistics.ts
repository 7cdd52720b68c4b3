import { z } from 'zod';
import { AuditCase, AuditScope } from './audit.js';
import { Bilingual, Coded, Instant, PageQuery, pageOf, say } from './common.js';

/** What is counted over the cases of an area: each a list of cases with a value, under keys of its own. */
export const FIGURES = ['timeInStage', 'decisions', 'refusals', 'amended', 'accountChanges', 'objections'] as const;
export const Figure = z.enum(FIGURES, say('请选择统计项', 'Choose a figure')).meta({ id: 'AuditFigure' });
export type Figure = z.infer<typeof Figure>;

/** Cases that have the same key: a stage, an official, a reason. */
const Group = z.object({
  key: Coded,
  cases: z.number().int(),
  /** Of the values of its cases, in the unit of the figure. */
  total: z.number(),
  median: z.number(),
  most: z.number(),
});

export const AuditStatistics = z
  .object({
    /** Cases in all. */
    cases: z.number().int(),
    figures: z.array(
      z.object({
        figure: z.object({ code: Figure, zh: z.string(), en: z.string() }),
        /** What its values count: hours, percent, times. */
        unit: Bilingual,
        /** Those with the most cases first, 200 at most. */
        groups: z.array(Group),
      }),
    ),
  })
  .meta({ id: 'AuditStatistics' });
export type AuditStatistics = z.infer<typeof AuditStatistics>;

export const FigureParams = z.strictObject({ figure: Figure });
export const FigureQuery = z.strictObject({ ...PageQuery, ...AuditScope.shape, key: z.string().max(80) });
export type FigureQuery = z.infer<typeof FigureQuery>;

/** A case with what the figure says of it. */
export const FigureCase = AuditCase.extend({ value: z.number() }).meta({ id: 'AuditFigureCase' });
export type FigureCase = z.infer<typeof FigureCase>;
export const FigureCasePage = pageOf(FigureCase);

export const SAMPLE_METHODS = ['random', 'stratified', 'risk'] as const;
export const STRATA = ['programme', 'township', 'outcome'] as const;
export const RISK_FLAGS = ['sharedAccount', 'relatives', 'belowLimit', 'afterHours', 'samePair'] as const;
export type RiskFlag = (typeof RISK_FLAGS)[number];

export const SampleQuery = z.strictObject({
  ...AuditScope.shape,
  method: z.enum(SAMPLE_METHODS, say('请选择抽样方式', 'Choose how to draw')).default('random'),
  /** Without it, the root of the head that was published last. */
  seed: z.string().trim().min(1).max(128).optional(),
  size: z.coerce.number().int().min(1).max(200).default(20),
  /** Of a stratified sample: what its strata are. */
  by: z.enum(STRATA, say('请选择分层方式', 'Choose the strata')).default('programme'),
  /** Of a sample by risk: cases with this flag only. */
  flag: z.enum(RISK_FLAGS, say('请选择风险标志', 'Choose a flag')).optional(),
});
export type SampleQuery = z.infer<typeof SampleQuery>;

/** A case of a sample. */
export const SampledCase = AuditCase.extend({
  /** SHA-256 of seed, "/" and case number: the smallest ones are drawn. */
  draw: z.string(),
  stratum: Coded.nullable(),
  flags: z.array(z.object({ flag: Coded, why: Bilingual })),
}).meta({ id: 'SampledCase' });
export type SampledCase = z.infer<typeof SampledCase>;

/** Who draws again with the same seed from the same cases draws the same ones. */
export const AuditSample = z
  .object({
    seed: z.string(),
    /** The published head that the seed is the root of; null where the auditor gave one. */
    head: z.object({ size: z.number().int(), at: Instant }).nullable(),
    /** From how many cases it was drawn. */
    from: z.number().int(),
    items: z.array(SampledCase),
  })
  .meta({ id: 'AuditSample' });
export type AuditSample = z.infer<typeof AuditSample>;
