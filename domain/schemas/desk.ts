import { z } from 'zod';
import { Coded, Id, PageQuery, pageOf, say } from './common.js';

/** Townships and villages within the reader's area. */
export const AreaList = z.object({
  items: z.array(z.object({ code: z.string(), name: z.string(), level: z.enum(['county', 'township', 'village']) })),
});

/** `task`: only those who may be given it. */
export const OfficialQuery = z.strictObject({ ...PageQuery, task: Id.optional() });
export const OfficialPage = pageOf(
  z
    .object({
      id: z.string(),
      name: z.string(),
      office: z.string(),
      area: z.string(),
      roles: z.array(Coded),
      active: z.boolean(),
    })
    .meta({ id: 'Official' }),
);

const Load = { open: z.number().int(), overdue: z.number().int() };

/** 督办: where the open tasks are, and how long tasks took against the time they had. */
export const Workload = z
  .object({
    stages: z.array(
      z.object({
        stage: Coded,
        ...Load,
        unclaimed: z.number().int(),
        /** Of what was done in the last 90 days: how many, its mean time and the mean time it had, hours. */
        done: z.number().int(),
        meanHours: z.number().nullable(),
        limitHours: z.number().nullable(),
        /** Where cases get stuck. */
        bottleneck: z.boolean(),
      }),
    ),
    people: z.array(
      z.object({ id: z.string(), name: z.string(), office: z.string(), ...Load, done: z.number().int() }),
    ),
  })
  .meta({ id: 'Workload' });
export type Workload = z.infer<typeof Workload>;

/** Who is to do a task from now on. */
export const Assignment = z.strictObject({
  officialId: z.string().min(1, say('请选择工作人员', 'Choose an official')).max(60),
});
