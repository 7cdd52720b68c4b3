import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { redate } from '../../activities/redate.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { untilHeldUp } from '../support/held.js';
import { openCounty } from './support/county-at-work.js';
import { object } from './support/notice.js';
import { noBank } from './support/quiet-bank.js';
import { submit } from './support/submission.js';

type Step = Transition extends infer T ? (T extends Transition ? Omit<T, 'seq' | 'at'> : never) : never;

const DAY_MS = 86_400_000;
const at = Date.now();
const term = { calendarDays: 10, workingDays: 7 };
const posted = {
  kind: 'acted',
  act: { stage: 'noticePosting', verdict: 'posted', by: { id: 'verifier', role: 'townshipVerifier' } },
} as const;
const noticed: Step = { kind: 'entered', stage: 'publicNotice', term };

describe('the records of a notice', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let householdIds: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    const households = await county.db.household.findMany({
      where: { villageCode: { startsWith: '330127' }, phoneHash: { not: null } },
      orderBy: { registerNo: 'asc' },
      take: 5,
    });
    householdIds = households.map(({ id }) => id);
  });
  afterAll(async () => await county?.close());

  /** A case with its notice on the village board. */
  const published = async () => {
    const caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId: householdIds.pop()! });
    const no = `${caseNo}-N1`;
    let seq = 0;
    const write = (...steps: Step[]) =>
      record(
        county.world,
        caseNo,
        'case',
        steps.map((step) => ({ seq: ++seq, at, ...step })),
      );
    const { dueAt } = await write({ kind: 'published', publicationNo: no }, posted, noticed);
    return { caseNo, no, write, dueAt: dueAt! };
  };
  const publication = (no: string) => county.db.publication.findUniqueOrThrow({ where: { no } });
  const holiday = (days: number) =>
    county.db.calendarDay.createMany({
      data: Array.from({ length: days }, (_, day) => ({
        ...{ countyCode: '330127', kind: 'holiday' as const, name: '县定' },
        date: shanghaiDate(at + (day + 1) * DAY_MS),
      })),
      skipDuplicates: true,
    });

  test('take an objection that comes while they are written, without a deadlock', async () => {
    const { caseNo, no, write } = await published();
    // Its closing time moves: what is written to it waits for whoever objects.
    await holiday(14);
    let written: Promise<unknown> | undefined;
    await county.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "no" = ${no} FOR SHARE`;
      written = write(noticed);
      await untilHeldUp(county.db);
      const data = { publicationNo: no, caseNo, receiptNo: randomUUID(), wordsId: randomUUID() };
      await tx.objection.create({ data });
    });
    await written;
    expect(await county.db.objection.count({ where: { caseNo } })).toBe(1);
    await county.db.calendarDay.deleteMany({ where: { countyCode: '330127' } });
  });

  test('give every objector a result when the case ends', async () => {
    const { caseNo, no, write } = await published();
    const id = await object(county.db, no, caseNo);
    await write({ kind: 'closed', outcome: { kind: 'closedForChange', stage: 'publicNotice' } });
    expect(await county.db.objection.findUnique({ where: { id } })).toMatchObject({
      ...{ result: 'caseEnded', settledAt: expect.any(Date) },
    });
  });

  test('move its end and the reminder of who takes it down, when the calendar changes', async () => {
    const { caseNo, no, dueAt } = await published();
    await holiday(14);
    const moved = (await redate(county.world, caseNo, 'case')).dueAt!;
    expect(moved).toBeGreaterThan(dueAt);
    expect((await publication(no)).closesAt!.getTime()).toBe(moved);
    const task = await county.db.task.findFirstOrThrow({ where: { caseNo, closedAt: null } });
    expect(task.notBefore!.getTime()).toBe(moved);
    expect(task.dueAt!.getTime()).toBeGreaterThan(moved);
  });

  test('date it by the calendar that was changed while an objection was heard, never earlier', async () => {
    await county.db.calendarDay.deleteMany({ where: { countyCode: '330127' } });
    const { no, write, dueAt } = await published();
    const objectionId = randomUUID();
    await write({ kind: 'entered', stage: 'objectionHearing', subject: objectionId });
    await holiday(14);
    const again = await write(noticed);
    expect(again.dueAt).toBeGreaterThan(dueAt);
    expect((await publication(no)).closesAt!.getTime()).toBe(again.dueAt);
    await county.db.calendarDay.deleteMany({ where: { countyCode: '330127' } });
    expect(await write(noticed)).toEqual(again);
  });
});
