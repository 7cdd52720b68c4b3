import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeNotice } from '../../activities/close-notice.js';
import { openWords } from '../../prisma/words.js';
import { householdKey } from '../../prisma/household.js';
import { openColumn } from '../../prisma/sealed.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { isHeldUp, whileHeld } from '../support/held.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { endTermIn, noticedCase } from './support/noticed-case.js';

const WORDS = '养的蜂不是他家的';

describe('an objection', () => {
  let api: ApiAlone;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone({ settings: { trustedProxies: 1 } });
    households = await ordinaryHouseholds(api.db, 24);
  });
  afterAll(() => api?.close());

  const noticed = () => noticedCase(api.world, households.pop()!);
  let addresses = 0;
  /** Everybody objects from a place of his own, so that nobody meets another's limit. */
  const from = (address?: string) => ({
    headers: { 'x-forwarded-for': address ?? `10.1.${Math.floor(++addresses / 250)}.${addresses % 250}` },
  });
  const object = (no: string, body: object = { words: WORDS }, extras: object = from()) =>
    api.visitor().post(`/api/notices/${no}/objections`, body, extras);

  test('may be made by anyone, and is answered with a receipt while the engine is away', async () => {
    const { caseNo, no } = await noticed();
    const { status, body, headers } = await object(no);
    expect(status).toBe(201);
    expect(body).toEqual({ receiptNo: expect.any(String), noticeNo: no, receivedAt: expect.any(String) });
    expect(headers.get('location')).toBe(`/api/objections/${body.receiptNo}`);
    const row = await api.db.objection.findUniqueOrThrow({ where: { receiptNo: body.receiptNo } });
    expect(row).toMatchObject({ caseNo, publicationNo: no, toldAt: null, settledAt: null, objectorSealed: null });
  });

  test('keeps what was written, and who wrote it where he says so, sealed', async () => {
    const { caseNo, no } = await noticed();
    const { body } = await object(no, { words: WORDS, name: '余小满', phone: '13800001111' });
    const row = await api.db.objection.findUniqueOrThrow({ where: { receiptNo: body.receiptNo } });
    const { householdId } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    const words = await openWords(api.db, await householdKey(api.db, api.keyring, householdId!), [row.wordsId]);
    expect(words.get(row.wordsId)).toBe(WORDS);
    const { key } = api.keyring.county(caseNo.slice(0, 6));
    const objector = JSON.parse(openColumn(key, 'objector', row.objectorSealed!));
    expect(objector).toEqual({ name: '余小满', phone: '13800001111' });
  });

  test('sent twice with the same key is one objection with one receipt', async () => {
    const { no } = await noticed();
    const extras = { key: crypto.randomUUID(), ...from() };
    const receipts = await Promise.all([1, 2, 3].map(() => object(no, { words: WORDS }, extras)));
    expect(new Set(receipts.map(({ body }) => body.receiptNo)).size).toBe(1);
    expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(1);
  });

  test('whose answer was lost with its process is found again by the same key', async () => {
    const { no } = await noticed();
    const extras = { key: crypto.randomUUID(), ...from() };
    const first = await object(no, { words: WORDS }, extras);
    const where = { key: extras.key };
    await api.db.idempotencyKey.updateMany({ where, data: { status: null, leaseUntil: new Date(0) } });
    const again = await object(no, { words: WORDS }, extras);
    expect(again.body).toEqual(first.body);
    expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(1);
  });

  test('needs words, and nothing that is not asked for', async () => {
    const { no } = await noticed();
    for (const body of [{}, { words: '  ' }, { words: WORDS, anonymous: true }, { words: WORDS, phone: '12' }]) {
      const refused = await object(no, body);
      expect([refused.status, refused.body.code]).toEqual([400, 'INVALID_INPUT']);
      expect(refused.body.errors[0]).toEqual({
        field: expect.any(String),
        zh: expect.any(String),
        en: expect.any(String),
      });
    }
  });

  test('needs a key, by which it is made once', async () => {
    const { no } = await noticed();
    const refused = await object(no, { words: WORDS }, { key: null, ...from() });
    expect(refused.body.code).toBe('IDEMPOTENCY_KEY_MISSING');
  });

  test('to a notice that there is not leads nowhere', async () => {
    const refused = await object('330127-2026-999999-9-N1');
    expect([refused.status, refused.body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('comes too late when the notice is closed, or was withdrawn', async () => {
    const closed = await noticed();
    await api.db.publication.update({
      where: { no: closed.no },
      data: { closesAt: new Date(0), closedAt: new Date() },
    });
    const withdrawn = await noticed();
    await api.db.publication.update({ where: { no: withdrawn.no }, data: { withdrawnAt: new Date() } });
    for (const { no } of [closed, withdrawn]) {
      const refused = await object(no);
      expect([refused.status, refused.body.code]).toEqual([409, 'NOTICE_CLOSED']);
      expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(0);
    }
  });

  test('counts up to the last moment of the term and not after it', async () => {
    const { no } = await noticed();
    const answers = [await object(no)];
    const closesAt = await endTermIn(api.world, no, 400);
    await eventually(
      async () => answers.push(await object(no)),
      () => answers.at(-1)?.status === 409,
    );
    const accepted = answers.filter(({ status }) => status === 201);
    expect(accepted.length).toBeGreaterThan(0);
    for (const { body } of accepted) expect(Date.parse(body.receivedAt)).toBeLessThan(closesAt.getTime());
    expect(answers.at(-1)?.body.code).toBe('NOTICE_CLOSED');
    expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(accepted.length);
  });

  test('sent before the end counts although the database was busy with the notice until after it', async () => {
    const { no } = await noticed();
    const closesAt = await endTermIn(api.world, no, 5_000);
    let sent: ReturnType<typeof object> | undefined;
    const held = `SELECT 1 FROM "Publication" WHERE "no" = '${no}' FOR UPDATE`;
    await whileHeld(api.database.url, held, async (watcher) => {
      sent = object(no);
      await eventually(() => isHeldUp(watcher), Boolean);
      await eventually(
        () => api.db.$queryRaw<[{ over: boolean }]>`SELECT clock_timestamp() > ${closesAt} AS over`,
        ([{ over }]) => over,
      );
    });
    const { status, body } = (await sent)!;
    expect(status).toBe(201);
    expect(Date.parse(body.receivedAt)).toBeLessThan(closesAt.getTime());
  });

  test('and the closing of the notice: either it is received and stops the closing, or it is told that it is late', async () => {
    const race = async () => {
      const { caseNo, no } = await noticed();
      const closesAt = await endTermIn(api.world, no, 300);
      const closing = eventually(
        () => closeNotice(api.world, caseNo, no),
        ({ kind }) => kind !== 'running',
      );
      await eventually(
        () => Promise.resolve(Date.now()),
        (now) => now >= closesAt.getTime() - 25,
      );
      return [(await object(no)).status, (await closing).kind];
    };
    const ends = await Promise.all([1, 2, 3, 4, 5, 6].map(race));
    for (const end of ends)
      expect([
        [201, 'objections'],
        [409, 'closed'],
      ]).toContainEqual(end);
  });

  test('a hundred at once are a hundred, each with a receipt of its own', async () => {
    const { no } = await noticed();
    const answers = await Promise.all(Array.from({ length: 100 }, () => object(no)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => body.receiptNo)).size).toBe(100);
    expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(100);
    const { body } = await api.visitor().get(`/api/notices/${no}`);
    expect(body.objections).toEqual({ open: 100, settled: 0 });
  });

  test('from one address is taken sixty times in ten minutes, and then told when to come again', async () => {
    const { no } = await noticed();
    const one = from('10.9.9.9');
    const answers = await Promise.all(Array.from({ length: 61 }, () => object(no, { words: WORDS }, one)));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.map(({ body }) => body.code)).toEqual(['TOO_MANY_REQUESTS']);
    expect(Number(refused[0]!.headers.get('retry-after'))).toBeGreaterThan(0);
  });
});
