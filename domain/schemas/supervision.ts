import { z } from 'zod';
import { Coded, Instant, PageQuery, pageOf, QueryFlag } from './common.js';
import { Figures } from './ledger.js';
import { TaskStageName, TaskView } from './task.js';

export const SupervisedTaskQuery = z.strictObject({
  ...PageQuery,
  stage: TaskStageName.optional(),
  /** Of an official: what he has claimed. */
  official: z.string().min(1).max(60).optional(),
  overdue: QueryFlag.optional(),
  /** Only what nobody has claimed, or only what somebody has. */
  unclaimed: QueryFlag.optional(),
});
export type SupervisedTaskQuery = z.infer<typeof SupervisedTaskQuery>;
export const SupervisedTaskPage = pageOf(TaskView);

export const MoneyUseQuery = z.strictObject({ fiscalYear: z.coerce.number().int().min(2000).max(2100).optional() });

/** What became of the allotments of a year, by fund and programme. */
export const MoneyUse = z
  .object({
    fiscalYear: z.number().int(),
    at: Instant,
    items: z.array(
      z.object({ fund: z.object({ id: z.string(), name: z.string() }), programme: Coded, figures: Figures }),
    ),
  })
  .meta({ id: 'MoneyUse' });
export type MoneyUse = z.infer<typeof MoneyUse>;
