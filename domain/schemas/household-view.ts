import { z } from 'zod';
import { VILLAGE_TYPES } from './eligibility.js';
import { AreaName, Fen, Id } from './common.js';

export const HouseholdQuery = z.strictObject({
  /** For a helper: the draft he files, with the household's consent on record. */
  applicationId: Id.optional(),
});

/** What the register knows about a household, in clear, for the household itself and for those who handle its case. */
export const HouseholdView = z
  .object({
    id: z.string(),
    registerNo: z.string(),
    area: z.object({ county: AreaName, township: AreaName, village: AreaName }),
    standing: z.enum(['registered', 'observation', 'exited', 'unregistered']),
    group: z.enum(['dibao', 'dibaoMarginal', 'lowIncome']),
    registeredOn: z.string(),
    /** What its village is to programmes that are for some villages; null where for none. */
    villageType: z.enum(VILLAGE_TYPES).nullable(),
    phone: z.string().nullable(),
    address: z.string().nullable(),
    /** Of the year before; null where the register does not say. */
    incomeFen: Fen.nullable(),
    members: z.array(
      z.object({
        id: z.string(),
        position: z.number().int(),
        relation: z.string(),
        name: z.string(),
        idNumber: z.string(),
        canWork: z.boolean(),
        /** 1 the gravest, 0 none; null where the register does not say. */
        disability: z.number().int().nullable(),
        minority: z.boolean().nullable(),
        status: z.enum(['present', 'dead', 'departed']),
      }),
    ),
    account: z
      .object({ id: z.string(), memberId: z.string(), holder: z.string(), bankName: z.string(), number: z.string() })
      .nullable(),
  })
  .meta({ id: 'Household' });
export type HouseholdView = z.infer<typeof HouseholdView>;
