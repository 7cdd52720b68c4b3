import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { DEMONSTRATION_PASSWORD } from '../../prisma/seed/officials.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { codeSentTo, official, phoneOf, signedInByPhone } from './support/people.js';

describe('sessions', () => {
  let api: ApiAlone;
  let phones: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    const ids = await ordinaryHouseholds(api.db, 6);
    phones = await Promise.all(ids.map((id) => phoneOf(api, id)));
  });
  afterAll(() => api?.close());

  test('a household signs in with its phone and the code it was sent', async () => {
    const visitor = await signedInByPhone(api, phones[0]!);
    const { status, body } = await visitor.get('/api/session');
    expect(status).toBe(200);
    expect(body).toMatchObject({ identity: { kind: 'household' }, roles: ['household'], office: null, others: [] });
    expect(body.identity.name).toMatch(/\p{Script=Han}{2,}/u);
  });

  test('a code is good once', async () => {
    const visitor = await signedInByPhone(api, phones[1]!);
    const code = await codeSentTo(api, phones[1]!);
    const { status, body } = await visitor.post('/api/session/household', { phone: phones[1], code });
    expect([status, body.code]).toEqual([401, 'WRONG_CREDENTIALS']);
  });

  test('a code is dead after five wrong attempts', async () => {
    const visitor = api.visitor();
    const phone = phones[2]!;
    await visitor.post('/api/session/code', { phone });
    const code = await codeSentTo(api, phone);
    const wrong = code === '000000' ? '000001' : '000000';
    for (let attempt = 0; attempt < 5; attempt++) await visitor.post('/api/session/household', { phone, code: wrong });
    const { status } = await visitor.post('/api/session/household', { phone, code });
    expect(status).toBe(401);
  });

  test('a phone gets five codes in ten minutes, and is told when to come again', async () => {
    const visitor = api.visitor();
    const ask = () => visitor.post('/api/session/code', { phone: phones[3] });
    for (let time = 0; time < 5; time++) expect((await ask()).status).toBe(202);
    const { status, headers, body } = await ask();
    expect([status, body.code]).toEqual([429, 'TOO_MANY_REQUESTS']);
    expect(Number(headers.get('retry-after'))).toBeGreaterThan(0);
    expect(body.zh).toMatch(/请在\d+分钟后再试/);
    expect(body.en).toMatch(/in \d+ minutes?/);
  });

  test('nobody learns from the answer whether a phone is registered', async () => {
    const before = await api.db.outboxMessage.count();
    const { status, body } = await api.visitor().post('/api/session/code', { phone: '19999999999' });
    expect(status).toBe(202);
    expect(Object.keys(body)).toEqual(['expiresAt']);
    expect(await api.db.outboxMessage.count()).toBe(before);
  });

  test('an official signs in with login and password, and is who his row says', async () => {
    const checker = await official(api, 'yl-checker-1');
    const { body } = await checker.get('/api/session');
    expect(body).toMatchObject({ identity: { kind: 'official' }, roles: ['countyChecker'], area: { code: '339901' } });
    expect(body.office).toContain('扶贫办公室');
  });

  test('a wrong password and an unknown login are told the same, after the same work', async () => {
    const timed = async (login: string) => {
      const from = performance.now();
      const { status, body } = await api
        .visitor()
        .post('/api/session/official', { login, password: 'no such password' });
      return { status, code: body.code as string, ms: performance.now() - from };
    };
    const told = { known: await timed('yl-checker-2'), unknown: await timed('nobody-here') };
    const fastest = { known: told.known.ms, unknown: told.unknown.ms };
    for (let time = 0; time < 3; time++) {
      fastest.known = Math.min(fastest.known, (await timed('yl-checker-2')).ms);
      fastest.unknown = Math.min(fastest.unknown, (await timed('nobody-here')).ms);
    }
    expect([told.known.status, told.known.code]).toEqual([told.unknown.status, told.unknown.code]);
    // Without a hash to verify, the answer would come in a fraction of the time.
    expect(fastest.unknown).toBeGreaterThan(fastest.known / 3);
  });

  test('a login is tried ten times in a quarter of an hour', async () => {
    const attempt = (password: string) =>
      api.visitor().post('/api/session/official', { login: 'yl-approver-2', password });
    for (let time = 0; time < 10; time++) expect((await attempt('wrong')).status).toBe(401);
    expect((await attempt(DEMONSTRATION_PASSWORD)).body.code).toBe('TOO_MANY_REQUESTS');
  });

  test('the session has a new ID after signing in, and its cookie is for this site and no script', async () => {
    const visitor = await official(api, 'yl-checker-1');
    const first = visitor.cookie;
    const { headers } = await visitor.post('/api/session/official', {
      login: 'yl-checker-1',
      password: DEMONSTRATION_PASSWORD,
    });
    expect(visitor.cookie).not.toBe(first);
    expect(headers.get('set-cookie')).toMatch(/HttpOnly/i);
    expect(headers.get('set-cookie')).toMatch(/SameSite=Lax/i);
    const old = await api.visitor().get('/api/session', { cookie: first });
    expect(old.status).toBe(401);
  });

  test('an official who left the service is out at once', async () => {
    const visitor = await official(api, 'yl-maker-2');
    await api.db.official.update({ where: { login: 'yl-maker-2' }, data: { active: false } });
    expect((await visitor.get('/api/session')).body.code).toBe('NOT_SIGNED_IN');
  });

  test('signing out ends the session', async () => {
    const visitor = await official(api, 'yl-maker-1');
    expect((await visitor.delete('/api/session')).status).toBe(204);
    expect((await visitor.get('/api/session')).status).toBe(401);
  });

  test('one phone may serve two households, and goes on as either', async () => {
    const [one, other] = await ordinaryHouseholds(api.db, 6);
    const { phoneHash } = await api.db.household.findUniqueOrThrow({ where: { id: one! } });
    await api.db.household.update({ where: { id: other! }, data: { phoneHash } });
    await api.db.rateLimit.deleteMany();
    const visitor = await signedInByPhone(api, phones[0]!);
    const { body } = await visitor.get('/api/session');
    expect(body.others).toHaveLength(1);
    const chosen = await visitor.put('/api/session/identity', { id: body.others[0].id });
    expect(chosen.body.identity.id).toBe(body.others[0].id);
    const foreign = await ordinaryHouseholds(api.db, 6);
    expect((await visitor.put('/api/session/identity', { id: foreign.at(-1) })).status).toBe(404);
  });
});
