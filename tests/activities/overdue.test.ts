import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { noteOverdue, noteSilentPayments } from '../../activities/sweeps/overdue.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { openCounty } from './support/county-at-work.js';
import { reviewedOrder } from './support/orders.js';
import { noBank } from './support/quiet-bank.js';
import { submit } from './support/submission.js';

const DAY_MS = 86_400_000;

describe('what takes too long', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let householdIds: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    await county.db.calendarDay.deleteMany();
    const households = await county.db.household.findMany({
      where: { villageCode: { startsWith: '330127' }, accounts: { some: { current: true } } },
      orderBy: { registerNo: 'asc' },
      take: 8,
    });
    householdIds = households.map(({ id }) => id);
    await county.db.official.updateMany({ where: { areaCode: '330127' }, data: { email: 'supervisor@example.org' } });
  });
  afterAll(async () => await county?.close());

  const swept = () => county as unknown as Swept;
  const filed = async () => {
    const householdId = householdIds.pop()!;
    return { householdId, caseNo: await submit(county.db, { programmeCode: 'beekeeping', householdId }) };
  };
  const told = (key: string) => county.db.outboxMessage.count({ where: { dedupeKey: { startsWith: key } } });
  const entered = async (stage: 'initialCheck' | 'accountCorrection', daysAgo: number) => {
    const { caseNo } = await filed();
    await record(county.world, caseNo, 'case', [{ seq: 1, at: Date.now() - daysAgo * DAY_MS, kind: 'entered', stage }]);
    return await county.db.task.findFirstOrThrow({ where: { caseNo } });
  };
  const afterSweep = async (id: string) => {
    await noteOverdue(swept(), 50);
    return await county.db.task.findUniqueOrThrow({ where: { id } });
  };

  test('goes to the supervisor and is on record', async () => {
    const task = await entered('initialCheck', 30);
    expect((await afterSweep(task.id)).overdueAt).not.toBeNull();
    expect(await told(`overdue/${task.id}`)).toBeGreaterThan(0);
  });

  test('goes to the supervisor also where money waits for an account that nobody puts right', async () => {
    const task = await entered('accountCorrection', 60);
    expect((await afterSweep(task.id)).overdueAt).not.toBeNull();
    expect(await told(`overdue/${task.id}`)).toBeGreaterThan(0);
  });

  test('is not late by a day that was declared a holiday afterwards', async () => {
    const task = await entered('initialCheck', 8);
    expect(task.dueAt!.getTime()).toBeLessThan(Date.now());
    const data = Array.from({ length: 8 }, (_, day) => ({
      ...{ countyCode: '330127', date: shanghaiDate(Date.now() - day * DAY_MS), kind: 'holiday' as const },
      name: '县定',
    }));
    await county.db.calendarDay.createMany({ data, skipDuplicates: true });
    const { overdueAt, dueAt } = await afterSweep(task.id);
    expect(overdueAt).toBeNull();
    expect(dueAt!.getTime()).toBeGreaterThan(Date.now());
  });

  const sent = async (daysAgo: number): Promise<string> => {
    const householdId = householdIds.pop()!;
    const sentAt = new Date(Date.now() - daysAgo * DAY_MS);
    return await reviewedOrder(county, householdId, { state: 'unknown', sentAt });
  };

  test('is told of every payment of which the bank has no word in its time, however many there are', async () => {
    const references = [await sent(30), await sent(20), await sent(40)];
    await noteSilentPayments(swept(), 2);
    await noteSilentPayments(swept(), 2);
    for (const reference of references) expect(await told(`silent/${reference}`)).toBeGreaterThan(0);
  });

  test('is not a payment for which the bank has time left by the county’s calendar', async () => {
    const data = Array.from({ length: 12 }, (_, day) => ({
      ...{ countyCode: '330127', date: shanghaiDate(Date.now() - day * DAY_MS), kind: 'holiday' as const },
      name: '县定',
    }));
    await county.db.calendarDay.createMany({ data, skipDuplicates: true });
    const reference = await sent(10);
    await noteSilentPayments(swept(), 50);
    expect(await told(`silent/${reference}`)).toBe(0);
  });
});
