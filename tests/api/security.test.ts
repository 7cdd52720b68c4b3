import { Writable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { newDraft, submitted } from './support/drafts.js';
import { household, phoneOf } from './support/people.js';

describe('the API keeps its house', () => {
  let api: ApiAlone;
  const lines: string[] = [];
  beforeAll(async () => {
    const sink = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        lines.push(chunk.toString());
        done();
      },
    });
    api = await openApiAlone({ log: pino({ level: 'trace' }, sink) });
  });
  afterAll(() => api?.close());

  test('posts that another site makes a browser send are refused', async () => {
    const from = (headers: Record<string, string>) =>
      api.visitor().post('/api/session/code', { phone: '13800000000' }, { headers });
    expect((await from({ 'sec-fetch-site': 'cross-site' })).body.code).toBe('CROSS_SITE');
    expect((await from({ 'sec-fetch-site': 'same-site' })).body.code).toBe('CROSS_SITE');
    expect((await from({ origin: 'https://evil.example' })).body.code).toBe('CROSS_SITE');
    expect((await from({ origin: 'null' })).body.code).toBe('CROSS_SITE');
    expect((await from({ origin: api.url })).status).toBe(202);
    expect((await from({ 'sec-fetch-site': 'same-origin' })).status).toBe(202);
  });

  test('every answer forbids scripts of others, framing and guessing of types', async () => {
    const { headers } = await api.visitor().get('/api/programmes');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-inline');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('x-powered-by')).toBeNull();
  });

  test('its description is there for machines', async () => {
    const { status, body } = await api.visitor().get('/api/openapi.json');
    expect([status, body.openapi]).toEqual([200, '3.1.0']);
    expect(body.components.securitySchemes.session.name).toBe(`zhibao-${new URL(api.url).port}`);
  });

  test('what cannot be read, is too large, or goes nowhere ends in a problem document without a trace', async () => {
    const visitor = api.visitor();
    const send = (body: string, headers = {}) => visitor.post('/api/session/code', body, { headers });
    const answers = [
      await send('{"phone":'),
      await send('phone=1', { 'content-type': 'text/plain' }),
      await send(JSON.stringify({ phone: '1'.repeat(140_000) })),
      await visitor.get('/api/no-such'),
      await visitor.get('/api/cases/%E0%A4%A'),
      await visitor.put('/api/session', {}),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [400, 'MALFORMED_REQUEST'],
      [400, 'MALFORMED_REQUEST'],
      [413, 'TOO_LARGE'],
      [404, 'NOT_FOUND'],
      [400, 'MALFORMED_REQUEST'],
      [405, 'METHOD_NOT_ALLOWED'],
    ]);
    expect(answers[2]!.body.errors).toMatchObject([{ field: 'body', zh: expect.stringContaining('kB') }]);
    for (const { headers, body } of answers) {
      expect(headers.get('content-type')).toContain('application/problem+json');
      expect(Object.keys(body)).toEqual(expect.arrayContaining(['type', 'title', 'status', 'code', 'zh', 'en']));
      expect(JSON.stringify(body)).not.toMatch(/node_modules|at \/|Error:/);
    }
    expect(answers.at(-1)!.headers.get('allow')).toContain('DELETE');
  });

  test.each([
    ['\0', '%00'],
    ['\ud800', undefined],
  ])('a text that no record can hold is refused by the name of its field: %j', async (text, inAddress) => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const draft = await newDraft(visitor);
    const wrongIn = async (
      answer: Promise<{ status: number; body: { code: string; errors: { field: string }[] } }>,
    ) => {
      const { status, body } = await answer;
      return [status, body.code, body.errors?.map(({ field }) => field)];
    };
    const wrong = (field: string) => [400, 'INVALID_INPUT', [field]];
    const login = { login: `yl${text}`, password: 'x' };
    expect(await wrongIn(api.visitor().post('/api/session/official', login))).toEqual(wrong('login'));
    expect(await wrongIn(visitor.post('/api/applications', { programmeCode: `a${text}` }))).toEqual(
      wrong('programmeCode'),
    );
    expect(await wrongIn(visitor.patch(`/api/applications/${draft}`, { plan: `养${text}蜂` }))).toEqual(wrong('plan'));
    const papers = { promisedPapers: ['consent', text] };
    expect(await wrongIn(visitor.patch(`/api/applications/${draft}`, papers))).toEqual(wrong('promisedPapers.1'));
    if (inAddress === undefined) return;
    expect(await wrongIn(visitor.get(`/api/notices/${inAddress}`))).toEqual(wrong('no'));
    expect(await wrongIn(visitor.get(`/api/objections/${inAddress}`))).toEqual(wrong('receiptNo'));
    expect(await wrongIn(visitor.get(`/api/programmes/${inAddress}`))).toEqual(wrong('code'));
    expect(await wrongIn(visitor.get(`/api/tasks?text=${inAddress}`))).toEqual(wrong('text'));
    expect(await wrongIn(visitor.get(`/api/tasks?programme=${inAddress}`))).toEqual(wrong('programme'));
  });

  test('an unforeseen fault is INTERNAL, and its message stays in the house', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    await api.db.household.update({ where: { id: id! }, data: { wrappedKey: Buffer.from('broken') } });
    const { status, body } = await visitor.get('/api/household');
    expect([status, body.code]).toEqual([500, 'INTERNAL']);
    expect(JSON.stringify(body)).not.toContain('sealed');
  });

  test('no name, number, phone, code or cookie of anybody is in the log', async () => {
    const [, id] = await ordinaryHouseholds(api.db, 2);
    const phone = await phoneOf(api, id!);
    const visitor = await household(api, id!);
    const { body } = await visitor.get('/api/household');
    await submitted(visitor);
    const log = lines.join('');
    expect(log).toContain('/api/applications/{id}/submission');
    const secrets = [phone, body.members[0].name, body.members[0].idNumber, body.account.number, visitor.cookie];
    for (const secret of secrets) expect(log).not.toContain(secret);
  });
});
