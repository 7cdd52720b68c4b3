import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { redate } from '../../activities/redate.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { submit } from './support/submission.js';

const at = Date.parse('2026-11-02T02:00:00Z');
const DAY_MS = 86_400_000;

describe('a change of the calendar', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let caseNo: string;
  let dueAt: number;
  beforeAll(async () => {
    county = await openCounty(noBank);
    const { db } = county;
    const household = await db.household.findFirstOrThrow({ where: { villageCode: { startsWith: '330127' } } });
    caseNo = await submit(db, { programmeCode: 'beekeeping', householdId: household.id });
    const returned: Transition = { seq: 1, at, kind: 'entered', stage: 'correction', term: { workingDays: 15 } };
    dueAt = (await record(county.world, caseNo, 'case', [returned])).dueAt!;
  });
  afterAll(async () => await county?.close());

  const mark = (days: number, kind: 'holiday' | 'workday') =>
    county.db.calendarDay.create({
      data: { countyCode: '330127', date: shanghaiDate(at + days * DAY_MS), kind, name: '县定' },
    });

  test('finds fifteen working days ending at midnight in Shanghai', () => {
    expect(new Date(dueAt).toISOString()).toBe('2026-11-23T16:00:00.000Z');
  });

  test('moves a running deadline later, and the task that shows it', async () => {
    await mark(1, 'holiday');
    expect(await redate(county.world, caseNo, 'case')).toEqual({ dueAt: dueAt + DAY_MS });
    const task = await county.db.task.findFirstOrThrow({ where: { caseNo, stage: 'correction' } });
    expect(task.dueAt!.getTime()).toBe(dueAt + DAY_MS);
  });

  test('never moves it earlier', async () => {
    await mark(5, 'workday');
    await mark(6, 'workday');
    expect(await redate(county.world, caseNo, 'case')).toEqual({ dueAt: dueAt + DAY_MS });
  });
});
