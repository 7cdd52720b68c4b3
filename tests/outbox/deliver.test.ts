import { randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { deliverOutbox } from '../../activities/outbox/deliver.js';
import { connect, type Db } from '../../prisma/client.js';
import { eventually } from '../support/eventually.js';
import { createDatabase, type TestDatabase } from '../support/servers.js';
import { startMailServer } from './mail-server.js';
import { letWaitingTimePass, memoryLog, post, secondsUntilDue, settings } from './outbox.js';

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

async function mailServer(behaviour?: Parameters<typeof startMailServer>[0]) {
  const server = await startMailServer(behaviour);
  stops.push(server.stop);
  return server;
}

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

async function deliverAll(smtpUrl: string): Promise<number> {
  let total = 0;
  for (;;) {
    const delivered = await deliverOutbox(db, { ...settings, smtpUrl }, log);
    if (delivered === 0) return total;
    total += delivered;
  }
}

describe('Mail', () => {
  test('goes to whom it is for, once, with a Message-ID made from its id', async () => {
    const server = await mailServer();
    const id = await post(db, 'mail', 'one@village.example', 'The notice ends on Friday.');
    expect(await deliverAll(server.url)).toBe(1);
    expect(server.received).toEqual([
      {
        to: 'one@village.example',
        messageId: `${id}@outbox.zhibao`,
        raw: expect.stringContaining('The notice ends on Friday.'),
      },
    ]);
    expect(await row(id)).toMatchObject({ sentAt: expect.any(Date), attempts: 1, lastError: null });
  });

  test('is not lost while the server is down for a day, and goes out within 15 minutes of its return', async () => {
    const away = await startMailServer();
    await away.stop();
    const ids = await Promise.all([1, 2, 3].map((number) => post(db, 'mail', `${number}@village.example`)));
    for (let quarter = 0; quarter < 24 * 4; quarter += 1) {
      await letWaitingTimePass(db);
      expect(await deliverOutbox(db, { ...settings, smtpUrl: away.url }, log)).toBe(0);
    }
    expect(await db.outboxMessage.count({ where: { sentAt: null, lastError: 'ESOCKET' } })).toBe(3);
    for (const id of ids) expect(await secondsUntilDue(db, id)).toBeLessThanOrEqual(900);
    const back = await mailServer({ port: away.port });
    await letWaitingTimePass(db);
    expect(await deliverAll(back.url)).toBe(3);
    expect(back.received.map(({ to }) => to).toSorted()).toEqual(
      [1, 2, 3].map((number) => `${number}@village.example`),
    );
    expect(await db.outboxMessage.count({ where: { sentAt: null } })).toBe(0);
  });

  test('waits longer after each failure, so that a server that comes back is not flooded', async () => {
    const away = await startMailServer();
    await away.stop();
    const id = await post(db, 'mail', 'one@village.example');
    const waits: number[] = [];
    for (let attempt = 0; attempt < 9; attempt += 1) {
      await letWaitingTimePass(db);
      await deliverOutbox(db, { ...settings, smtpUrl: away.url }, log);
      waits.push(Math.ceil((await secondsUntilDue(db, id)) / 10) * 10);
    }
    expect(waits).toEqual([10, 20, 40, 80, 160, 320, 640, 900, 900]);
  });

  test('goes out once each, however many workers deliver at the same time', async () => {
    const server = await mailServer();
    await Promise.all(Array.from({ length: 60 }, (_, number) => post(db, 'mail', `${number}@village.example`)));
    const workers = await Promise.all(Array.from({ length: 6 }, () => deliverAll(server.url)));
    expect(workers.reduce((sum, delivered) => sum + delivered)).toBe(60);
    expect(new Set(server.received.map(({ messageId }) => messageId)).size).toBe(60);
    expect(server.received).toHaveLength(60);
  });

  test('in the hands of one worker is left alone by the others, until he is taken for dead', async () => {
    let release = () => undefined as void;
    const server = await mailServer({ hold: new Promise((resolve) => (release = resolve)) });
    const id = await post(db, 'mail', 'one@village.example');
    const first = deliverOutbox(db, { ...settings, smtpUrl: server.url }, log);
    await eventually(
      () => row(id),
      ({ attempts }) => attempts > 0,
    );
    expect(await deliverOutbox(db, { ...settings, smtpUrl: server.url }, log)).toBe(0);
    expect(await secondsUntilDue(db, id)).toBeGreaterThan(500);
    release();
    expect(await first).toBe(1);
    expect(server.received).toHaveLength(1);
  });

  test('goes out again after a crash before it was noted, under the same Message-ID', async () => {
    const server = await mailServer();
    const id = await post(db, 'mail', 'one@village.example');
    await deliverAll(server.url);
    await db.outboxMessage.update({ where: { id }, data: { sentAt: null } });
    expect(await deliverAll(server.url)).toBe(0);
    await letWaitingTimePass(db);
    expect(await deliverAll(server.url)).toBe(1);
    expect(server.received.map(({ messageId }) => messageId)).toEqual(Array(2).fill(`${id}@outbox.zhibao`));
  });

  test.each([
    [550, 'EENVELOPE 550', 86_400],
    [451, 'EENVELOPE 451', 900],
  ])(
    'refused for one recipient (%i) holds up nobody else, and is tried again',
    async (code, lastError, longestWait) => {
      const server = await mailServer({ refuse: (address) => (address.startsWith('gone') ? code : undefined) });
      const gone = await post(db, 'mail', 'gone@village.example');
      const others = await Promise.all([1, 2].map((number) => post(db, 'mail', `${number}@village.example`)));
      expect(await deliverAll(server.url)).toBe(2);
      for (const id of others) expect(await row(id)).toMatchObject({ sentAt: expect.any(Date) });
      expect(await row(gone)).toMatchObject({ sentAt: null, lastError });
      await db.outboxMessage.update({ where: { id: gone }, data: { attempts: 200, dueAt: new Date(0) } });
      await deliverAll(server.url);
      expect(Math.ceil(await secondsUntilDue(db, gone))).toBe(longestWait);
    },
  );

  test('leaves no address and no word of itself in the log or in the reason of a failure', async () => {
    const server = await mailServer({ refuse: () => 550 });
    const id = await post(db, 'mail', 'secret@village.example', 'private words');
    await deliverAll(server.url);
    expect(lines).toHaveLength(1);
    expect(lines[0]).toContain(id);
    expect(lines.join() + (await row(id)).lastError).not.toMatch(/secret|village|private|直报/);
  });

  test('that cannot be unsealed waits with the reason, and the others go out', async () => {
    const server = await mailServer();
    const sealedElsewhere = await post(db, 'mail', 'one@village.example');
    await db.outboxMessage.update({ where: { id: sealedElsewhere }, data: { contentSealed: randomBytes(80) } });
    await post(db, 'mail', 'two@village.example');
    expect(await deliverAll(server.url)).toBe(1);
    expect(await row(sealedElsewhere)).toMatchObject({ sentAt: null, lastError: 'UNREADABLE' });
  });
});

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
