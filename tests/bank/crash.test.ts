import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { newBankHome, startBank, startInVain } from './bank-process.js';
import { eventually } from '../support/eventually.js';
import { credits, newOrder, tell } from './orders.js';

let home: string;
let running: Awaited<ReturnType<typeof startBank>>;

beforeEach(async () => {
  home = await newBankHome();
  running = await startBank(home);
});
afterEach(async () => {
  await running.kill();
  await rm(home, { recursive: true });
});

async function killAndStartAgain(): Promise<SimulatorBank> {
  await running.kill();
  running = await startBank(home);
  return new SimulatorBank(running.url);
}

describe('A bank that is killed', () => {
  test('between acceptance and answer has credited once, whoever asks or sends again', async () => {
    const order = newOrder();
    await tell(running.url, { kind: 'silent', reference: order.reference });
    const unanswered = new SimulatorBank(running.url).submit(order);
    const before = await eventually(
      () => new SimulatorBank(running.url).ask(order.reference),
      ({ state }) => state === 'credited',
    );
    const bank = await killAndStartAgain();
    expect(await unanswered).toEqual({ state: 'unknown' });
    expect(await bank.ask(order.reference)).toEqual(before);
    expect(await bank.submit(order)).toEqual(before);
    expect(await credits(running.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('between acceptance and credit credits after its start, once', async () => {
    const order = newOrder();
    await tell(running.url, { kind: 'creditLate', delayMs: 1_500 });
    expect(await new SimulatorBank(running.url).submit(order)).toEqual({ state: 'accepted' });
    const bank = await killAndStartAgain();
    await eventually(
      () => bank.ask(order.reference),
      ({ state }) => state === 'credited',
    );
    expect(await bank.submit(order)).toMatchObject({ state: 'credited' });
    expect(await credits(running.url)).toEqual(new Map([[order.reference, 1]]));
  });

  test('at any moment of a flood of orders stands by all it said and credits each once', async () => {
    const orders = Array.from({ length: 200 }, () => newOrder());
    for (const killedAfter of [1, 40, 120]) {
      const bank = new SimulatorBank(running.url);
      let answered = 0;
      let killed: Promise<unknown> | undefined;
      const answers = await Promise.all(
        orders.map(async (order) => {
          const answer = await bank.submit(order);
          answered += 1;
          if (answered === killedAfter) killed = running.kill();
          return answer;
        }),
      );
      await killed;
      const again = await killAndStartAgain();
      const said = answers.flatMap((answer, index) => (answer.state === 'credited' ? [{ answer, index }] : []));
      expect(said.length).toBeGreaterThan(0);
      for (const { answer, index } of said) expect(await again.ask(orders[index]!.reference)).toEqual(answer);
    }
    await Promise.all(orders.map((order) => new SimulatorBank(running.url).submit(order)));
    expect(await credits(running.url)).toEqual(new Map(orders.map(({ reference }) => [reference, 1])));
  });

  test('while it writes the last line does not have that order, and takes it when it is sent again', async () => {
    const [first, torn] = [newOrder(), newOrder()];
    const bank = new SimulatorBank(running.url);
    await bank.submit(first);
    await bank.submit(torn);
    await running.kill();
    const journal = path.join(home, 'journal.log');
    const whole = await readFile(journal);
    await writeFile(journal, whole.subarray(0, -7));
    const again = await killAndStartAgain();
    expect(await again.ask(torn.reference)).toEqual({ state: 'nothingOfIt' });
    expect(await again.submit(torn)).toMatchObject({ state: 'credited' });
    expect(await credits(running.url)).toEqual(new Map([first, torn].map(({ reference }) => [reference, 1])));
  });
});

describe('The bank’s process', () => {
  test('ends by itself when it is asked to, also while somebody waits for an answer', async () => {
    const order = newOrder();
    await tell(running.url, { kind: 'silent' });
    const unanswered = new SimulatorBank(running.url).submit(order);
    await eventually(
      () => new SimulatorBank(running.url).ask(order.reference),
      ({ state }) => state === 'credited',
    );
    expect(await running.stop()).toEqual([0, null]);
    expect(await unanswered).toEqual({ state: 'unknown' });
  });

  test('does not start without a port, on a port in use or with damaged books, and says why', async () => {
    const port = new URL(running.url).port;
    expect(await startInVain({ BANK_PORT: '', BANK_HOME: home })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/^设置项 BANK_PORT 没有给出.*\nThe setting BANK_PORT is missing.*\n$/),
    });
    expect(await startInVain({ BANK_PORT: 'web', BANK_HOME: '' })).toMatchObject({
      code: 1,
      sentence: expect.stringContaining('设置项 BANK_PORT 不正确'),
    });
    expect(await startInVain({ BANK_PORT: port, BANK_HOME: path.join(home, 'other') })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/EADDRINUSE/),
    });
    await new SimulatorBank(running.url).submit(newOrder());
    await new SimulatorBank(running.url).submit(newOrder());
    const journal = path.join(home, 'journal.log');
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('120000', '920000'));
    expect(await startInVain({ BANK_PORT: '0', BANK_HOME: home })).toMatchObject({
      code: 1,
      sentence: expect.stringMatching(/Line 1 /),
    });
  });
});
