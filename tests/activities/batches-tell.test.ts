import { WorkflowNotFoundError } from '@temporalio/client';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { tellResults } from '../../activities/batches/tell-results.js';
import { tellLateResults } from '../../activities/sweeps/late-results.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import type { World } from '../../activities/world.js';
import type { PaymentState } from '../../domain/rules/payment-states.js';
import { openCounty } from './support/county-at-work.js';
import { inActivity } from './support/in-activity.js';
import { newBatch, reviewedOrder } from './support/orders.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

type Told = Parameters<World['cases']['tellPayment']>;

describe('The results of a batch', () => {
  const told: Told[] = [];
  /** What happens when a case is told. */
  let hears: (...heard: Told) => Promise<void>;
  const cases = {
    tellPayment: async (...heard: Told) => {
      await hears(...heard);
      told.push(heard);
    },
  };
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank, cases);
    households = await ordinaryHouseholds(county.db, 40);
  });
  afterAll(async () => await county?.close());
  beforeEach(async () => {
    told.length = 0;
    hears = () => Promise.resolve();
    await county.db.payment.updateMany({ where: { untold: true }, data: { untold: false } });
  });

  const tell = (batchNo: string) => inActivity().run(tellResults, county.world, batchNo);
  const sweep = () => tellLateResults(county as unknown as Swept, 50);
  const batch = (no: string) => county.db.paymentBatch.findUniqueOrThrow({ where: { no } });
  const untold = (references: readonly string[]) =>
    county.db.payment.count({ where: { reference: { in: [...references] }, untold: true } });
  const caseOf = (reference: string) => reference.replace(/-P1$/, '');
  const reported = { untold: true, sentAt: new Date() };

  /** A batch that the bank has, with orders in these states. */
  const taken = async (states: readonly PaymentState[], takenAt = new Date()) => {
    const { db } = county;
    const no = await newBatch(db);
    await db.paymentBatch.update({ where: { no }, data: { state: 'taken', takenAt, sentAt: takenAt } });
    const references: string[] = [];
    for (const state of states) {
      const isEnd = state === 'credited' || state === 'returned' || state === 'cancelled';
      const why = isEnd && state !== 'credited' ? { returnedReason: 'ACCOUNT_CLOSED' } : {};
      const order = { state, batchNo: no, ...why, ...(isEnd ? reported : { sentAt: takenAt }) };
      references.push(await reviewedOrder(county, households.pop()!, order));
    }
    return { no, references };
  };

  test('are told to each case once, those that were stopped too; the batch is settled', async () => {
    const { no, references } = await taken(['credited', 'returned', 'cancelled']);
    expect(await tell(no)).toBe(0);
    const [credited, returned, cancelled] = references as [string, string, string];
    const reasonCode = 'ACCOUNT_CLOSED';
    expect(told.toSorted(([one], [other]) => one.localeCompare(other))).toEqual([
      [caseOf(credited), 'case', { reference: credited, result: 'credited' }],
      [caseOf(returned), 'case', { reference: returned, result: 'returned', reasonCode }],
      [caseOf(cancelled), 'case', { reference: cancelled, result: 'cancelled', reasonCode }],
    ]);
    expect(await untold(references)).toBe(0);
    expect(await batch(no)).toMatchObject({ state: 'settled' });
    expect(await tell(no)).toBe(0);
    expect(told).toHaveLength(3);
  });

  test('are told as they come: a few open orders hold up no other, and the batch waits for them', async () => {
    const { no, references } = await taken(['credited', 'sent', 'accepted', 'unknown']);
    await expect(tell(no)).rejects.toMatchObject({ type: 'BATCH_OPEN', nonRetryable: false });
    expect(told).toHaveLength(1);
    expect(await batch(no)).toMatchObject({ state: 'taken', endedAt: null });
    const rest = references.slice(1);
    await county.db.payment.updateMany({
      where: { reference: { in: rest } },
      data: { state: 'credited', untold: true },
    });
    expect(await tell(no)).toBe(0);
    expect(told.map(([, , { reference }]) => reference).toSorted()).toEqual(references.toSorted());
  });

  test('that don’t come in the bank’s time are a task each; the batch is given up, and nothing is sent again', async () => {
    const { no, references } = await taken(['credited', 'sent', 'unknown'], new Date('2026-01-05T00:00:00Z'));
    expect(await tell(no)).toBe(2);
    expect(await batch(no)).toMatchObject({ state: 'givenUp' });
    const found = await county.db.discrepancy.findMany({ where: { batchNo: no }, orderBy: { reference: 'asc' } });
    const silent = references.slice(1).toSorted();
    expect(found).toMatchObject(
      silent.map((reference) => ({ kind: 'silent', cause: `silent/${reference}`, reference, ourFen: 70_000n })),
    );
    expect(await tell(no)).toBe(2);
    expect(await county.db.discrepancy.count({ where: { batchNo: no } })).toBe(2);
  });

  test('that come late are told by a sweep: of a batch given up, of one that was settled, of an order without one', async () => {
    const { no, references } = await taken(['sent', 'credited'], new Date('2026-01-05T00:00:00Z'));
    await tell(no);
    told.length = 0;
    const [late, was] = references as [string, string];
    await county.db.payment.update({ where: { reference: late }, data: { state: 'credited', untold: true } });
    await county.db.payment.update({ where: { reference: was }, data: { state: 'returned', untold: true } });
    const alone = await reviewedOrder(county, households.pop()!, { state: 'credited', ...reported });
    await sweep();
    expect(new Map(told.map(([, , { reference, result }]) => [reference, result]))).toEqual(
      new Map([
        [late, 'credited'],
        [was, 'returned'],
        [alone, 'credited'],
      ]),
    );
    await sweep();
    expect(told).toHaveLength(3);
  });

  test('of a batch that runs are its own to tell; what never left the house is told at once', async () => {
    const { references } = await taken(['credited', 'cancelled']);
    await sweep();
    expect(told.map(([, , { reference }]) => reference)).toEqual([references[1]]);
  });

  test('are told again where a worker was killed between telling and noting it, and not where it had noted it', async () => {
    const { no, references } = await taken(['credited', 'credited', 'credited']);
    const last = references.toSorted().at(-1);
    hears = async (_caseNo, _strand, { reference }) => {
      if (reference === last) throw new Error('the engine is away');
    };
    await expect(tell(no)).rejects.toThrow('away');
    expect(told).toHaveLength(2);
    expect(await untold(references)).toBe(1);
    hears = () => Promise.resolve();
    expect(await tell(no)).toBe(0);
    expect(told.map(([, , { reference }]) => reference)).toEqual(references.toSorted());
  });

  test('that change while they are being told are told as they are then', async () => {
    const { no, references } = await taken(['credited']);
    const [reference] = references as [string];
    hears = async () => {
      await county.db.payment.update({ where: { reference }, data: { state: 'returned', untold: true } });
      hears = () => Promise.resolve();
    };
    expect(await tell(no)).toBe(0);
    expect(await untold([reference])).toBe(1);
    await sweep();
    expect(told.map(([, , { result }]) => result)).toEqual(['credited', 'returned']);
  });

  test('wait for a case that the engine does not know, and keep nobody else waiting', async () => {
    const { no, references } = await taken(['credited', 'credited']);
    const [first] = references.toSorted();
    hears = async (caseNo) => {
      if (caseNo === caseOf(first!)) throw new WorkflowNotFoundError('not there', caseNo, undefined);
    };
    expect(await tell(no)).toBe(0);
    expect(told).toHaveLength(1);
    expect(await untold([first!])).toBe(1);
    hears = () => Promise.resolve();
    await sweep();
    expect(told).toHaveLength(2);
  });

  test('are not told to a case that has ended', async () => {
    const { no, references } = await taken(['credited']);
    await county.db.case.update({ where: { caseNo: caseOf(references[0]!) }, data: { running: false } });
    expect(await tell(no)).toBe(0);
    expect(told).toEqual([]);
    expect(await untold(references)).toBe(0);
  });

  test('of an order made after its case was opened again go to what was opened', async () => {
    const { no, references } = await taken(['reissued']);
    const [reference] = references as [string];
    const caseNo = caseOf(reference);
    await county.db.paymentReturn.create({ data: { reference, caseNo, input: { nextAttempt: 2 } } });
    const first = await county.db.payment.findUniqueOrThrow({ where: { reference } });
    const second = { ...first, reference: `${caseNo}-P2`, attempt: 2, state: 'credited' as const, untold: true };
    await county.db.payment.create({ data: second });
    expect(await tell(no)).toBe(0);
    expect(told).toEqual([[caseNo, 'return', { reference: `${caseNo}-P2`, result: 'credited' }]]);
  });

  test('are told with the position in the heartbeat', async () => {
    const { no, references } = await taken(['credited', 'credited']);
    const env = inActivity();
    const positions: unknown[] = [];
    env.on('heartbeat', (position) => positions.push(position));
    await env.run(tellResults, county.world, no);
    expect(positions).toEqual([references.toSorted().at(-1)]);
  });
});
