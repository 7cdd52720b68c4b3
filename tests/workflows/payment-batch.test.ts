import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { codec, Hall } from './support/hall.js';
import { nextBatchNo } from './support/inputs.js';

let hall: Hall;
beforeAll(async () => {
  hall = await Hall.open();
});
afterAll(async () => {
  await hall?.close();
});

describe('A payment batch', () => {
  test('is filled, handed over, and tells its cases; then every order has its end', async () => {
    const batch = await hall.run(nextBatchNo());
    expect(await batch.outcome()).toBe(0);
    expect(batch.world.asked).toEqual(['fillBatch', 'handOver', 'tellResults']);
  });

  test('that is left without an order sends nothing', async () => {
    const batch = await hall.run(nextBatchNo(), (world) => (world.orders = 0));
    expect(await batch.outcome()).toBe(0);
    expect(batch.world.asked).toEqual(['fillBatch']);
  });

  test('asks a bank that is silent for hours, and waits for its words for days, without a longer history', async () => {
    const quick = await hall.run(nextBatchNo());
    await quick.outcome();
    const slow = await hall.run(nextBatchNo(), (world) => {
      world.unknownFor = 200;
      world.openFor = 500;
    });
    expect(await slow.outcome()).toBe(0);
    expect(slow.world.asked).toHaveLength(1 + 201 + 501);
    const [short, long] = await Promise.all(
      [quick, slow].map(async ({ handle }) => (await handle.fetchHistory()).events),
    );
    expect(long).toHaveLength(short!.length);
    console.info(`A batch: ${long!.length} events.`);
    expect(long!.length).toBeLessThanOrEqual(25);
  });

  test('that is given up says how many orders it leaves open', async () => {
    const batch = await hall.run(nextBatchNo(), (world) => (world.leftOpen = 2));
    expect(await batch.outcome()).toBe(2);
  });

  test('holds its number in its history, and none of its orders', async () => {
    const batchNo = nextBatchNo();
    const { handle } = await hall.run(batchNo, (world) => (world.orders = 5000));
    await handle.result();
    const { events } = await handle.fetchHistory();
    const inputs = events!.flatMap((event) => event.activityTaskScheduledEventAttributes?.input?.payloads ?? []);
    const said = await codec.decode(inputs);
    expect(said.map(({ data }) => Buffer.from(data!).toString())).toEqual(Array(3).fill(JSON.stringify(batchNo)));
  });
});
