import { z } from 'zod';
import { CASE_WORKFLOWS } from '../rules/case-workflows.js';
import { PAY_TO } from '../rules/payee.js';
import { PERIODS } from '../rules/periods.js';

const fen = z.number().int().positive();
const Text = z.strictObject({ zh: z.string().min(1), en: z.string().min(1) });

const scale = z.number().int().min(0).max(4);
const basisPoints = z.number().int().min(1).max(10_000);
/** What a household gets at most in a period; besides, where it says so, so much for each present member. */
const caps = { capFen: fen, capPerPersonFen: fen.optional() };
/** From the first grade on; 0 where a grade gets nothing. */
const fenByGrade = z
  .array(z.number().int().nonnegative())
  .min(1)
  .max(20)
  .refine((row) => row.some((fen) => fen > 0));

/** Groups of households in the register: 低保户, 低保边缘户, 其他低收入农户. */
export const HOUSEHOLD_GROUPS = ['dibao', 'dibaoMarginal', 'lowIncome'] as const;
export type HouseholdGroup = (typeof HOUSEHOLD_GROUPS)[number];

/** How the amount follows: a small closed set of formulas, each of which a notice can say in a sentence. */
export const StandardSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('perUnit'), fenPerUnit: fen, scale, ...caps }),
  z.strictObject({ kind: z.literal('share'), basisPoints, ...caps, leastBasisPoints: basisPoints.optional() }),
  z.strictObject({ kind: z.literal('flat'), fen }),
  z.strictObject({ kind: z.literal('byGrade'), fenByGrade }),
  z.strictObject({
    kind: z.literal('byGradeAndGroup'),
    fenByGrade: z.partialRecord(z.enum(HOUSEHOLD_GROUPS), fenByGrade),
  }),
  z.strictObject({ kind: z.literal('discretionary'), limitFen: fen }),
  z.strictObject({ kind: z.literal('interest'), basisPoints, dayBasis: z.literal([360, 365]), ...caps }),
]);

export const Measure = z.strictObject({
  name: Text,
  unit: Text,
  /** Decimal places of the quantity; 2 means hundredths of a unit, as integers. */
  scale,
  minimum: z.number().int().positive(),
  maximum: z.number().int().positive(),
  /** What the ordinals are called, from 1 on, where grades are measured: D级 rather than 4. */
  grades: z.array(Text).min(1).max(20).optional(),
});
export type Measure = z.infer<typeof Measure>;

export const PaperRule = z.strictObject({
  kind: z.string().regex(/^[a-z][A-Za-z]*$/),
  name: Text,
  required: z.boolean(),
  /** May be promised for later (容缺受理). */
  promisable: z.boolean(),
});

/** A programme of a county: who may, what is measured, how the amount follows, which papers. Versioned data. */
export const Programme = z.strictObject({
  code: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
  countyCode: z.string().regex(/^\d{6}$/),
  name: Text,
  summary: Text,
  /** Legal basis and clause. */
  basis: Text,
  /** The order of stages that its cases go; without it `directProject`. */
  workflow: z.enum(CASE_WORKFLOWS).optional(),
  source: z.strictObject({ kind: z.enum(['published', 'example']), text: z.string().min(1) }),
  /** ISO timestamps with offset: when applications are taken. */
  opensAt: z.iso.datetime({ offset: true }),
  closesAt: z.iso.datetime({ offset: true }),
  /** The limit of one running application counts per period; `each`: need may come again in the same year. */
  period: z.enum(PERIODS),
  eligible: z.strictObject({
    /** Households outside of the register (exited, unregistered) only where the programme says so: relief. */
    standings: z.array(z.enum(['registered', 'observation', 'exited', 'unregistered'])).min(1),
    groups: z.array(z.enum(HOUSEHOLD_GROUPS)).min(1),
    /** At least one present member who can work. */
    needsLabour: z.boolean(),
  }),
  measure: Measure,
  standard: StandardSchema,
  /** 先建后补, 以奖代补: paid after acceptance; direct: straight after the notice. */
  paymentMode: z.enum(['reimbursement', 'reward', 'direct']),
  /** Whom it is paid to; without it, the head of the household. */
  payTo: z.enum(PAY_TO).optional(),
  papers: z.array(PaperRule),
  /** What the bank's remark says. */
  remark: z.string().min(1).max(30),
});
export type Programme = z.infer<typeof Programme>;
