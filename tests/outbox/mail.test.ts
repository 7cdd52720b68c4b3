import { randomBytes } from 'node:crypto';
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
