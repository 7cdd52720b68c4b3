import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startOfShanghaiDay } from '../../domain/rules/working-days.js';
import { calendarChanged, householdChanged } from '../../workflows/messages.js';
import { Hall } from './support/hall.js';
import { application } from './support/inputs.js';
import { calendarWith, shanghaiDays } from './support/calendars.js';
import type { RunningCase } from './support/running-case.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

async function published(): Promise<RunningCase> {
  const filed = await hall.file(application());
  await filed.comeTo('publicNotice');
  return filed;
}

const enteredAt = (filed: RunningCase) => filed.all('entered').at(-1)!.at;

describe('The term of a notice', () => {
  test('is ten days and seven working days after the posting, to the end of the day', async () => {
    const filed = await published();
    const dueAt = filed.world.dueAt!;
    expect(dueAt - enteredAt(filed)).toBeGreaterThan(10 * 86_400_000);
    expect(dueAt - enteredAt(filed)).toBeLessThan(13 * 86_400_000);
    expect(dueAt).toBe(startOfShanghaiDay(shanghaiDays(dueAt, 1)[0]!));
  });

  test('is not over before its last second, whoever wants to close it', async () => {
    const filed = await published();
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('NOTICE_RUNNING');
    await hall.sleepUntil(filed.world.dueAt! - 60_000);
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('NOTICE_RUNNING');
    await filed.sleepUntilDue();
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('accepted');
    expect(filed.stage).toBe('paymentPreparation');
  });

  test('ends by the clock of the database, where that is behind', async () => {
    const filed = await published();
    filed.world.clockBehindMs = 30_000;
    await filed.sleepUntilDue();
    const takenDown = filed.act('publicNotice', 'takenDown');
    await filed.until(() => filed.world.asked.some(({ what }) => what === 'closeNotice'));
    expect(filed.all('noticeClosed')).toEqual([]);
    await hall.env.sleep(31_000);
    await takenDown;
    expect(filed.stage).toBe('paymentPreparation');
  });

  test('leaves nobody unanswered while the database is not at its end yet', async () => {
    const filed = await published();
    filed.world.clockBehindMs = 3_600_000;
    await filed.sleepUntilDue();
    await filed.act('publicNotice', 'takenDown');
    await filed.handle.signal(householdChanged, 'change-1');
    await filed.until(() => filed.all('changeReported').length === 1);
    await filed.act('householdChange', 'continue', { subject: 'change-1' });
    await hall.env.sleep(3_600_000);
    await filed.untilStage('paymentPreparation');
    expect(filed.world.asked.filter(({ what }) => what === 'closeNotice')).toHaveLength(2);
  });
});

describe('A changed calendar', () => {
  test('moves the end of a running notice later', async () => {
    const filed = await published();
    const before = filed.world.dueAt!;
    filed.world.calendar = calendarWith({ holidays: shanghaiDays(enteredAt(filed), 12) });
    await filed.handle.signal(calendarChanged);
    await filed.until(() => filed.all('deadlineMoved').length === 1);
    expect(filed.world.dueAt).toBeGreaterThan(before);
    await hall.sleepUntil(before);
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('NOTICE_RUNNING');
    await filed.comeTo('paymentPreparation');
  });

  test('never moves a deadline earlier, whatever the calendar says', async () => {
    const filed = await published();
    const before = filed.world.dueAt!;
    filed.world.calendar = calendarWith({ workdays: shanghaiDays(enteredAt(filed), 20) });
    filed.world.redate = async () => ({ dueAt: before - 5 * 86_400_000 });
    await filed.handle.signal(calendarChanged);
    await hall.sleepUntil(before - 60_000);
    expect(await filed.answerTo(filed.complete('publicNotice', 'takenDown'))).toBe('NOTICE_RUNNING');
    expect(filed.all('deadlineMoved')).toEqual([]);
  });

  test('gives a running correction more time, and it lapses only then', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    await filed.act('initialCheck', 'return');
    const before = filed.world.dueAt!;
    filed.world.calendar = calendarWith({ holidays: shanghaiDays(enteredAt(filed), 10) });
    await filed.handle.signal(calendarChanged);
    await filed.until(() => filed.all('deadlineMoved').length === 1);
    await hall.sleepUntil(before);
    expect(filed.stage).toBe('correction');
    await filed.sleepUntilDue();
    expect(await filed.outcome()).toEqual({ kind: 'lapsed', stage: 'correction' });
  });

  test('changes nothing where no deadline runs', async () => {
    const filed = await hall.file(application());
    await filed.comeTo('initialCheck');
    await filed.handle.signal(calendarChanged);
    await filed.act('initialCheck', 'pass');
    expect(filed.all('deadlineMoved')).toEqual([]);
  });
});
