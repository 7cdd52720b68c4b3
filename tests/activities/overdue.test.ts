import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { noteOverdue, noteSilentPayments } from '../../activities/sweeps/overdue.js';
import { noteLateBundles, noteLatePostings, noteLateSignatures } from '../../activities/sweeps/overdue-bundles.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { matterId } from '../../prisma/matters/matter.js';
import { openCounty } from './support/county-at-work.js';
import { reviewedOrder } from './support/orders.js';
import { noBank } from './support/quiet-bank.js';
import { bundleOfMany } from './support/thousand.js';
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
      take: 12,
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

  const bundleAt = async (state: 'initialCheck' | 'running', daysAgo: number) => {
    const { no } = await bundleOfMany(county, 1, { run: `late${state}` });
    const awaitedSince = new Date(Date.now() - daysAgo * DAY_MS);
    // Its county has no days of a second.
    await county.db.county.updateMany({ where: { code: '339901' }, data: { daySeconds: 86_400 } });
    return await county.db.bundle.update({ where: { no }, data: { state, awaitedSince } });
  };

  test('is told once of a bundle about which nobody decides', async () => {
    await county.db.official.updateMany({ where: { areaCode: '339901' }, data: { email: 'supervisor@example.org' } });
    const { no, awaitedSince } = await bundleAt('initialCheck', 30);
    await noteLateBundles(swept(), 50);
    expect((await county.db.bundle.findUniqueOrThrow({ where: { no } })).overdueAt).not.toBeNull();
    const letters = await told(`overdue/${no}/`);
    expect(letters).toBeGreaterThan(0);
    await noteLateBundles(swept(), 50);
    expect(await told(`overdue/${no}/`)).toBe(letters);
    // Handed on, it has its time again.
    await county.db.bundle.update({ where: { no }, data: { awaitedSince: new Date(), overdueAt: null } });
    await noteLateBundles(swept(), 50);
    expect((await county.db.bundle.findUniqueOrThrow({ where: { no } })).overdueAt).toBeNull();
    expect(awaitedSince).not.toBeNull();
  });

  test('is told once of a claim, of a set-off and of a loan’s change that nobody signs; not of one that has its time yet', async () => {
    const by = { proposed: { openedById: 'yl-oversight-1' }, open: {} };
    const claimed = async (state: 'proposed' | 'open', daysAgo: number) => {
      const { caseNo } = await filed();
      const openedAt = new Date(Date.now() - daysAgo * DAY_MS);
      await county.db.recovery.create({ data: { caseNo, amountFen: 100, state, openedAt, ...by[state] } });
      return { no: caseNo, openedAt };
    };
    const signature = { kind: 'recovery', stage: 'recoverySignature' } as const;
    const [late, young] = [await claimed('proposed', 60), await claimed('proposed', 0)];
    const setOff = await claimed('open', 90);
    const order = { caseNo: setOff.no, state: 'proposed', wordsId: '', orderedById: 'yl-oversight-1' } as const;
    await county.db.setOffOrder.create({ data: { ...order, orderedAt: setOff.openedAt } });
    const granted = await filed();
    const entitlement = { ...granted, programmeCode: 'beekeeping', decisionNo: '1号', quantity: 1, nextPeriod: '2026' };
    const place = { countyCode: '330127', areaCode: '330127', grantedAt: setOff.openedAt };
    await county.db.entitlement.create({ data: { ...entitlement, ...place } });
    const change = { id: granted.caseNo, kind: 'repaid', until: '2026-01-01', byId: 'yl-approver-2' };
    const proposed = { entitlementNo: granted.caseNo, at: setOff.openedAt };
    await county.db.loanProposal.create({ data: { ...change, ...proposed } });
    await noteLateSignatures(swept(), 50);
    const letters = await told(`overdue/${matterId({ ...signature, ...late })}/`);
    expect(letters).toBeGreaterThan(0);
    expect(await told(`overdue/${matterId({ ...signature, ...young })}/`)).toBe(0);
    const ordered = matterId({ kind: 'setOff', stage: 'setOffSignature', ...setOff });
    expect(await told(`overdue/${ordered}/`)).toBe(letters);
    const loan = { kind: 'loan', stage: 'loanSignature', no: granted.caseNo, openedAt: setOff.openedAt } as const;
    expect(await told(`overdue/${matterId(loan)}/`)).toBe(letters);
    await noteLateSignatures(swept(), 50);
    expect(await told(`overdue/${ordered}/`)).toBe(letters);
  });

  test('is told of a joint notice that nobody posts, and of one that nobody takes down after its term', async () => {
    const bundle = await bundleAt('running', 0);
    const notice = { bundleNo: bundle.no, countyCode: '339901', areaCode: bundle.areaCode };
    const at = (days: number) => new Date(Date.now() - days * DAY_MS);
    const no = (n: number) => `${bundle.no}-N${n}`;
    const posted = { posting: {}, postedAt: at(40) };
    await county.db.publication.createMany({
      data: [
        { ...notice, no: no(1), publishedAt: at(30) },
        { ...notice, no: no(2), publishedAt: at(0) },
      ],
    });
    await county.db.publication.create({
      data: { ...notice, ...posted, no: no(3), publishedAt: at(41), closesAt: at(20) },
    });
    await county.db.publication.create({
      data: { ...notice, ...posted, no: no(4), publishedAt: at(41), closesAt: at(-5) },
    });
    await noteLatePostings(swept(), 50);
    expect(await told(`overdue/${no(1)}/noticePosting`)).toBeGreaterThan(0);
    expect(await told(`overdue/${no(2)}/`)).toBe(0);
    expect(await told(`overdue/${no(3)}/publicNotice`)).toBeGreaterThan(0);
    expect(await told(`overdue/${no(4)}/`)).toBe(0);
  });
});
