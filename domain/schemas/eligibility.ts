import { z } from 'zod';
import { say } from './common.js';
import { fen, HOUSEHOLD_GROUPS } from './published-standard.js';

export const STANDINGS = ['registered', 'observation', 'exited', 'unregistered'] as const;
export type Standing = (typeof STANDINGS)[number];

/** 重点帮扶村, 集体经济薄弱村, 民族村. */
export const VILLAGE_TYPES = ['key', 'weak', 'minority'] as const;
export type VillageType = (typeof VILLAGE_TYPES)[number];

const ONE_AT_LEAST = say('至少选一项', 'names one at least');

/** Who a programme is for: all of what it names has to be so. */
export const Eligibility = z
  .strictObject({
    /** All four of them: any rural household, registered or not. */
    standings: z.array(z.enum(STANDINGS)).min(1, ONE_AT_LEAST),
    groups: z.array(z.enum(HOUSEHOLD_GROUPS)).min(1, ONE_AT_LEAST),
    /** At least one present member who can work. */
    needsLabour: z.boolean(),
    /** No present member can work. */
    withoutLabour: z.boolean().optional(),
    /** A present member has one of these grades of disability, 1 the gravest. */
    disabilityGrades: z.array(z.number().int().min(1).max(4)).min(1, ONE_AT_LEAST).optional(),
    /** A present member belongs to a national minority. */
    minority: z.boolean().optional(),
    villageTypes: z.array(z.enum(VILLAGE_TYPES)).min(1, ONE_AT_LEAST).optional(),
    /** The yearly income of each person is below this. */
    incomeBelowFen: fen.optional(),
  })
  .refine(({ needsLabour, withoutLabour }) => !(needsLabour && withoutLabour), {
    path: ['withoutLabour'],
    error: say('不能同时要求有劳动力和无劳动力', 'cannot ask for labour and for none'),
  });
export type Eligibility = z.infer<typeof Eligibility>;
