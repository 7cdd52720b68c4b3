import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startReturns } from '../../activities/sweeps/late-results.js';
import { startBatches } from '../../activities/sweeps/start-batches.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import type { Db } from '../../prisma/client.js';
import { placeHold } from '../../prisma/holds.js';
import { openBatch } from '../../prisma/payment-batches.js';
import { newPolicy } from '../support/new-version.js';
import { openCounty } from './support/county-at-work.js';
import { reviewedOrder } from './support/orders.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

const COUNTY = '339901';
const HOUR_MS = 3_600_000;

describe('The sweeps of the money', () => {
  /** What the engine was told to start. */
  const started: string[] = [];
  let engineIsAway = false;
  let isOpen = false;
  const engine = {
    startBatch: async (batchNo: string) => {
      if (engineIsAway) throw new Error('the engine is away');
      started.push(batchNo);
    },
    startReturn: async ({ reference }: { reference: string }) => {
      if (isOpen) return false;
      started.push(reference);
      return true;
    },
  };
  let county: Awaited<ReturnType<typeof openCounty>>;
  let db: Db;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    ({ db } = county);
    households = await ordinaryHouseholds(db, 12);
    // Days of an hour: a cut-off an hour, and none between two of these tests but for bad luck.
    await db.county.update({ where: { code: COUNTY }, data: { daySeconds: 3600 } });
  });
  afterAll(async () => await county?.close());

  const swept = () => ({ ...county, cases: engine }) as unknown as Swept;
  const batches = () => db.paymentBatch.findMany({ orderBy: { createdAt: 'asc' } });
  const ended = (no: string, createdAt: Date) =>
    db.paymentBatch.update({ where: { no }, data: { state: 'settled', createdAt } });
  const untilNextCutOff = () => HOUR_MS - (Date.now() % HOUR_MS);

  test('open no batch where there is nothing to pay, or all of it is on hold', async () => {
    await startBatches(swept(), 50);
    const householdId = households.pop()!;
    await reviewedOrder(county, householdId);
    const hold = { kind: 'household', subject: householdId, countyCode: COUNTY, byId: 'supervisor' } as const;
    await db.$transaction((tx) => placeHold(tx, { ...hold, reasonCode: 'INVESTIGATION', note: '核查' }));
    await startBatches(swept(), 50);
    expect(await batches()).toEqual([]);
  });

  test('open one at the cut-off, however many workers sweep, and run it', async () => {
    await reviewedOrder(county, households.pop()!);
    await Promise.all([1, 2, 3, 4].map(() => startBatches(swept(), 50)));
    const [batch, ...others] = await batches();
    expect(others).toEqual([]);
    expect(batch).toMatchObject({ countyCode: COUNTY, createdById: null, startedAt: expect.any(Date) });
    expect(batch!.no).toMatch(/^339901-B\d{8}-1$/);
    expect(new Set(started)).toEqual(new Set([batch!.no]));
  });

  test('open no other before the next cut-off, unless the one before was full', async () => {
    // Where the hour ends in the middle of this there is a further cut-off: then it has nothing to show.
    if (untilNextCutOff() < 20_000) await db.county.update({ where: { code: COUNTY }, data: { daySeconds: 86_399 } });
    const [first] = await batches();
    await ended(first!.no, new Date());
    await startBatches(swept(), 50);
    expect(await batches()).toHaveLength(1);
    await newPolicy(db, ({ payments }) => ({ payments: { ...payments, batchSize: 1, thirdSignatureAboveFen: 0 } }));
    await startBatches(swept(), 50);
    expect(await batches()).toHaveLength(1);
    await db.payment.updateMany({ where: { state: 'checked' }, data: { batchNo: first!.no } });
    await startBatches(swept(), 50);
    expect(await batches()).toHaveLength(2);
  });

  test('open the next one at the next cut-off', async () => {
    const before = await batches();
    for (const { no } of before) await ended(no, new Date(Date.now() - 30 * HOUR_MS));
    await startBatches(swept(), 50);
    expect(await batches()).toHaveLength(before.length + 1);
  });

  test('repeat what the engine was not told of', async () => {
    await db.paymentBatch.updateMany({ data: { state: 'settled' } });
    const no = await openBatch(db, COUNTY, { createdById: 'finance', actId: 'an act' });
    engineIsAway = true;
    await expect(startBatches(swept(), 50)).rejects.toThrow('away');
    expect(await db.paymentBatch.findUniqueOrThrow({ where: { no } })).toMatchObject({ startedAt: null });
    engineIsAway = false;
    await startBatches(swept(), 50);
    expect(started).toContain(no);
    expect(await db.paymentBatch.findUniqueOrThrow({ where: { no } })).toMatchObject({ startedAt: expect.any(Date) });
  });

  test('open a case again whose money came back, once; one that is open from before first comes to its end', async () => {
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId: households.pop()! });
    const reference = `${caseNo}-P1`;
    const input = { caseNo, strand: 'return', reference, nextAttempt: 2, firstSeq: 4 };
    await db.paymentReturn.create({ data: { reference, caseNo, input } });
    const row = () => db.paymentReturn.findUniqueOrThrow({ where: { reference } });
    isOpen = true;
    await startReturns(swept(), 50);
    expect(await row()).toMatchObject({ startedAt: null });
    isOpen = false;
    await startReturns(swept(), 50);
    await startReturns(swept(), 50);
    expect(started.filter((what) => what === reference)).toHaveLength(1);
    expect(await row()).toMatchObject({ startedAt: expect.any(Date) });
  });

  test('do not open a case again that was opened before the row said so', async () => {
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId: households.pop()! });
    const reference = `${caseNo}-P1`;
    const input = { caseNo, strand: 'return', reference, nextAttempt: 2, firstSeq: 4 };
    await db.paymentReturn.create({ data: { reference, caseNo, input } });
    const event = { caseNo, strand: 'return', seq: 4, kind: 'entered', body: {}, digest: '', at: new Date() } as const;
    await db.caseEvent.create({ data: event });
    await startReturns(swept(), 50);
    expect(started).not.toContain(reference);
    expect(await db.paymentReturn.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      startedAt: expect.any(Date),
    });
  });
});
