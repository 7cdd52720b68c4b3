import { z } from 'zod';
import { say } from './common.js';

const AMOUNT = say('应为大于零的金额（以分计的整数）', 'is an amount above zero, in whole fen');
export const fen = z.number(AMOUNT).int(AMOUNT).positive(AMOUNT).max(1_000_000_000_000, AMOUNT);

const RATE = say('应为0.01%至100%之间的比例', 'is a rate between 0.01% and 100%');
const basisPoints = z.number(RATE).int(RATE).min(1, RATE).max(10_000, RATE);

const SCALE = say('小数位数应为0至4', 'is a number of decimal places from 0 to 4');
export const scale = z.number(SCALE).int(SCALE).min(0, SCALE).max(4, SCALE);

/** What a household gets at most in a period; besides, where it says so, so much for each present member. */
const caps = { capFen: fen, capPerPersonFen: fen.optional() };

const TABLE = say(
  '各等级金额应为不少于零的整数（分），且至少一个等级有补助',
  'has an amount of whole fen for each grade, and one at least that is paid',
);
/** From the first grade on; 0 where a grade gets nothing. */
const fenByGrade = z
  .array(z.number(TABLE).int(TABLE).nonnegative(TABLE), TABLE)
  .min(1, TABLE)
  .max(20, TABLE)
  .refine((row) => row.some((amountFen) => amountFen > 0), TABLE);

/** Groups of households in the register: 低保户, 低保边缘户, 其他低收入农户. */
export const HOUSEHOLD_GROUPS = ['dibao', 'dibaoMarginal', 'lowIncome'] as const;
export type HouseholdGroup = (typeof HOUSEHOLD_GROUPS)[number];

/** How the amount follows: a small closed set of formulas, each of which a notice can say in a sentence. */
export const StandardSchema = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('perUnit'), fenPerUnit: fen, scale, ...caps }),
    z.strictObject({ kind: z.literal('share'), basisPoints, ...caps, leastBasisPoints: basisPoints.optional() }),
    z.strictObject({ kind: z.literal('flat'), fen }),
    z.strictObject({ kind: z.literal('byGrade'), fenByGrade }),
    z.strictObject({
      kind: z.literal('byGradeAndGroup'),
      fenByGrade: z.partialRecord(z.enum(HOUSEHOLD_GROUPS), fenByGrade),
    }),
    z.strictObject({ kind: z.literal('discretionary'), limitFen: fen }),
    z.strictObject({
      kind: z.literal('interest'),
      basisPoints,
      dayBasis: z.literal([360, 365], say('一年应按360天或365天计', 'counts 360 or 365 days in a year')),
      ...caps,
    }),
  ],
  say('没有这种计算方式', 'is none of the formulas there are'),
);
