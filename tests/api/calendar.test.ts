import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { actAt } from '../activities/support/acting.js';
import { submit } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { official } from './support/people.js';

const DAY_MS = 86_400_000;

describe('a day of the calendar that is changed, on real servers', () => {
  let api: Api;
  let caseNo: string;
  beforeAll(async () => {
    api = await openApi();
    const { id } = await api.db.household.findFirstOrThrow({
      where: {
        ...{ villageCode: { startsWith: '330127' }, standing: 'registered', kin: { none: {} } },
        ...{
          accounts: { some: { current: true } },
          members: { every: { status: 'present' }, some: { canWork: true } },
        },
      },
    });
    caseNo = await submit(api.db, { programmeCode: 'beekeeping', householdId: id });
    await actAt(api, caseNo, 'initialCheck', 'return', { reasonCode: 'PAPERS_INCOMPLETE' });
  });
  afterAll(() => api?.close());

  const dueAt = async () =>
    (await api.db.task.findFirstOrThrow({ where: { caseNo, stage: 'correction', closedAt: null } })).dueAt!.getTime();

  /** The first day of the term on which the county works. */
  async function workingDay(): Promise<string> {
    const dates = Array.from({ length: 12 }, (_, day) => shanghaiDate(Date.now() + (day + 1) * DAY_MS));
    const known = await api.db.calendarDay.findMany({ where: { date: { in: dates } } });
    const free = dates.filter((date) => !known.some((day) => day.date === date));
    return free.find((date) => ![0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay()))!;
  }

  test('moves the deadlines of open cases later', async () => {
    const administrator = await official(api, 'ca-admin');
    const date = await workingDay();
    const before = await dueAt();
    const saved = await administrator.put(`/api/calendar/${date}`, { kind: 'holiday', scope: 'county', name: '防汛' });
    expect(saved.body).toEqual({ date, told: expect.any(Number), next: null });
    expect(saved.body.told).toBeGreaterThanOrEqual(1);
    const after = await eventually(dueAt, (due) => due > before);
    expect(after - before).toBeGreaterThanOrEqual(DAY_MS);
  });

  test('is told from where the last request ended', async () => {
    const administrator = await official(api, 'ca-admin');
    const day = { kind: 'workday', scope: 'county', name: '调休' };
    const { body } = await administrator.put(`/api/calendar/2026-12-20?after=case:${caseNo}`, day);
    expect(body).toEqual({ date: '2026-12-20', told: 0, next: null });
  });
});
