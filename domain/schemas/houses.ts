import { z } from 'zod';
import { HOUSE_STATES } from '../rules/homestead.js';
import {
  AreaCode,
  AreaName,
  CaseNo,
  Coded,
  freeText,
  Id,
  Instant,
  PageQuery,
  pageOf,
  PastDate,
  Person,
  QueryFlag,
  say,
} from './common.js';

/** What an inspector takes the danger for, until it is appraised: C in part, D as a whole. */
const SeenGrade = z.enum(['C', 'D'], say('请选择危险等级：C（局部）或D（整栋）', 'Choose C (in part) or D (whole)'));

/** 发现一户、登记一户: an unsafe house that somebody has found. */
export const NewHouse = z.strictObject({
  registerNo: z.string().trim().min(1, say('请填写建档立卡编号', 'Give the number in the register')).max(40),
  grade: SeenGrade,
  visitedOn: PastDate,
  site: freeText(300),
  words: freeText(4000),
});
export type NewHouse = z.infer<typeof NewHouse>;

export const HouseParams = z.strictObject({ id: Id });
export const HouseCase = z.strictObject({ grade: SeenGrade });

export const HouseQuery = z.strictObject({
  ...PageQuery,
  state: z.enum(HOUSE_STATES).optional(),
  /** Only those that are not solved and whose deadline is over. */
  overdue: QueryFlag.optional(),
  area: AreaCode.optional(),
});
export type HouseQuery = z.infer<typeof HouseQuery>;
export const HouseExportQuery = HouseQuery.omit({ cursor: true, limit: true }).extend({
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
});

/** 一户一档: an entry of the ledger of houses. */
export const HouseView = z
  .object({
    id: Id,
    registerNo: z.string(),
    head: z.string(),
    area: z.object({ township: AreaName, village: AreaName }),
    state: Coded,
    /** As appraised; null before. */
    grade: Coded.nullable(),
    /** Null where the household applied. */
    foundBy: Person.nullable(),
    enteredAt: Instant,
    dueAt: Instant,
    /** Days until its deadline, below zero when it is over; null where it is closed. */
    daysLeft: z.number().int().nullable(),
    caseNo: CaseNo.nullable(),
    closedAt: Instant.nullable(),
  })
  .meta({ id: 'House' });
export type HouseView = z.infer<typeof HouseView>;
export const HousePage = pageOf(HouseView);

/** `caseNo` null: entered, and no case is begun while the programme takes no applications. */
export const HouseEntered = z
  .object({ id: Id, caseNo: z.string().nullable(), applicationId: z.string().nullable(), dueAt: Instant })
  .meta({ id: 'HouseEntered' });
