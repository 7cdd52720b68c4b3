import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverOutbox } from '../../activities/outbox/deliver.js';
import { connect, type Db } from '../../prisma/client.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startMailServer } from './mail-server.js';
import { memoryLog, post, settings } from './outbox.js';

let database: TestDatabase;
let db: Db;
let stops: (() => Promise<unknown>)[] = [];
let { log, lines } = memoryLog();

beforeAll(async () => {
  database = await createDatabase();
  db = connect(database.url);
});
afterAll(async () => {
  await db.$disconnect();
  await database.drop();
});
beforeEach(async () => {
  await db.outboxMessage.deleteMany();
  ({ log, lines } = memoryLog());
});
afterEach(async () => {
  await Promise.all(stops.map((stop) => stop()));
  stops = [];
});

async function gateway(answer: (body: { to: string }) => number) {
  const taken: { body: unknown; key: unknown }[] = [];
  const take = async (request: IncomingMessage) => {
    const body = (await json(request)) as { to: string };
    const status = answer(body);
    if (status < 300) taken.push({ body, key: request.headers['idempotency-key'] });
    return status;
  };
  const server = createServer(
    (request, response) => void take(request).then((status) => response.writeHead(status).end()),
  );
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => new Promise((resolve) => server.close(resolve).closeAllConnections()));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, taken };
}

const row = (id: string) => db.outboxMessage.findUniqueOrThrow({ where: { id } });

describe('Text messages', () => {
  test('go to the gateway with their id as idempotency key', async () => {
    const sms = await gateway(() => 202);
    const id = await post(db, 'sms', '5550001', 'Your code is 123456.');
    expect(await deliverOutbox(db, { ...settings, smsUrl: sms.url }, log)).toBe(1);
    expect(sms.taken).toEqual([{ body: { id, to: '5550001', text: 'Your code is 123456.' }, key: id }]);
    expect(await row(id)).toMatchObject({ sentAt: expect.any(Date) });
  });

  test.each([500, 503, 429, 401, 302])(
    'wait when the gateway answers %i, and those not tried lose no attempt',
    async (status) => {
      const sms = await gateway(() => status);
      await Promise.all(['5550001', '5550002', '5550003'].map((to) => post(db, 'sms', to)));
      expect(await deliverOutbox(db, { ...settings, smsUrl: sms.url }, log)).toBe(0);
      const rows = await db.outboxMessage.findMany({ orderBy: { attempts: 'desc' } });
      expect(rows.map(({ attempts, lastError }) => [attempts, lastError])).toEqual(
        [1, 0, 0].map((n) => [n, `HTTP ${status}`]),
      );
    },
  );

  test('are not held up for ever by one that breaks the gateway', async () => {
    const sms = await gateway(({ to }) => (to === '5550000' ? 500 : 202));
    const poison = await post(db, 'sms', '5550000');
    for (let number = 1; number < 5; number += 1) await post(db, 'sms', `555000${number}`);
    for (let round = 0; round < 3; round += 1) {
      await deliverOutbox(db, { ...settings, smsUrl: sms.url }, log);
      await db.$executeRaw`UPDATE "OutboxMessage" SET "dueAt" = "dueAt" - interval '11 seconds' WHERE "sentAt" IS NULL`;
    }
    expect(await db.outboxMessage.findMany({ where: { sentAt: null } })).toMatchObject([{ id: poison }]);
  });

  test('that the gateway does not take hold up no other', async () => {
    const sms = await gateway(({ to }) => (to === '0' ? 422 : 202));
    const wrong = await post(db, 'sms', '0');
    await post(db, 'sms', '5550001');
    expect(await deliverOutbox(db, { ...settings, smsUrl: sms.url }, log)).toBe(1);
    expect(await row(wrong)).toMatchObject({ sentAt: null, lastError: 'HTTP 422' });
  });

  test('go out while mail is down', async () => {
    const sms = await gateway(() => 202);
    const away = await startMailServer();
    await away.stop();
    const mail = await post(db, 'mail', 'one@village.example');
    const code = await post(db, 'sms', '5550001');
    expect(await deliverOutbox(db, { ...settings, smtpUrl: away.url, smsUrl: sms.url }, log)).toBe(1);
    expect(await row(mail)).toMatchObject({ sentAt: null });
    expect(await row(code)).toMatchObject({ sentAt: expect.any(Date) });
  });
});

describe('Without a carrier', () => {
  test('the demonstration marks messages as delivered by being shown, and keeps them', async () => {
    const ids = [await post(db, 'mail', 'one@village.example'), await post(db, 'sms', '5550001')];
    expect(await deliverOutbox(db, { ...settings, demonstration: true }, log)).toBe(2);
    for (const id of ids) expect(await row(id)).toMatchObject({ sentAt: expect.any(Date) });
  });

  test('in production messages wait until one is set up, and the log says so', async () => {
    const id = await post(db, 'mail', 'one@village.example');
    expect(await deliverOutbox(db, settings, log)).toBe(0);
    expect(await row(id)).toMatchObject({ sentAt: null, lastError: 'NOT_SET_UP' });
    expect(lines.join()).toContain('NOT_SET_UP');
  });
});
