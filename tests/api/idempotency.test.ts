import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { once } from '../../api/idempotency.js';
import { Refused } from '../../api/problem.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { completeDraft, newDraft, photo, PROGRAMME } from './support/drafts.js';
import { household } from './support/people.js';

describe('the same key', () => {
  let api: ApiAlone;
  let households: string[];
  const nextHousehold = async () => household(api, households.shift()!);
  beforeAll(async () => {
    api = await openApiAlone();
    households = await ordinaryHouseholds(api.db, 10);
  });
  afterAll(() => api?.close());

  test('a hundred parallel submissions of one key make one case, and all get its receipt', async () => {
    const visitor = await nextHousehold();
    const id = await completeDraft(visitor);
    const key = randomUUID();
    const path = `/api/applications/${id}/submission`;
    const answers = await Promise.all(Array.from({ length: 100 }, () => visitor.post(path, {}, { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
    expect(await api.db.case.count({ where: { applicationId: id } })).toBe(1);
  });

  test('a hundred parallel submissions of a hundred keys make one case too, and the others are told so', async () => {
    const visitor = await nextHousehold();
    const id = await completeDraft(visitor);
    const path = `/api/applications/${id}/submission`;
    const answers = await Promise.all(Array.from({ length: 100 }, () => visitor.post(path)));
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(99);
    expect(await api.db.case.count({ where: { applicationId: id } })).toBe(1);
  });

  test('with another body is refused', async () => {
    const visitor = await nextHousehold();
    const key = randomUUID();
    await visitor.post('/api/applications', { programmeCode: PROGRAMME }, { key });
    const other = await visitor.post('/api/applications', { programmeCode: 'tea-garden' }, { key });
    expect([other.status, other.body.code]).toEqual([422, 'IDEMPOTENCY_KEY_REUSED']);
  });

  test('with the same form and another file is refused, and with the same file gives the same paper', async () => {
    const visitor = await nextHousehold();
    const path = `/api/applications/${await newDraft(visitor)}/papers`;
    const key = randomUUID();
    const file = photo();
    const first = await visitor.upload(path, { kind: 'other' }, file, { key });
    const again = await visitor.upload(path, { kind: 'other' }, file, { key });
    expect(again.body).toEqual(first.body);
    expect((await visitor.upload(path, { kind: 'other' }, photo(), { key })).body.code).toBe('IDEMPOTENCY_KEY_REUSED');
  });

  test('gives a refusal again, although the reason for it is gone', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const key = randomUUID();
    const first = await visitor.post(`/api/applications/${id}/submission`, {}, { key });
    expect(first.body.code).toBe('DRAFT_INCOMPLETE');
    await visitor.patch(`/api/applications/${id}`, { quantity: 10 });
    const again = await visitor.post(`/api/applications/${id}/submission`, {}, { key });
    expect(again.body).toEqual(first.body);
    expect(again.headers.get('content-type')).toContain('application/problem+json');
  });

  test('of another person is another key', async () => {
    const key = randomUUID();
    const [one, other] = [await nextHousehold(), await nextHousehold()];
    const first = await one.post('/api/applications', { programmeCode: PROGRAMME }, { key });
    const second = await other.post('/api/applications', { programmeCode: PROGRAMME }, { key });
    expect(second.status).toBe(201);
    expect(second.body.id).not.toBe(first.body.id);
  });

  test('must be there, and be one', async () => {
    const visitor = await nextHousehold();
    const without = await visitor.post('/api/applications', { programmeCode: PROGRAMME }, { key: null });
    expect([without.status, without.body.code]).toEqual([400, 'IDEMPOTENCY_KEY_MISSING']);
    const short = await visitor.post('/api/applications', { programmeCode: PROGRAMME }, { key: 'short' });
    expect(short.body.errors[0].field).toBe('Idempotency-Key');
  });

  test('of a process that died half-way is taken over after its lease, and what it had done is found', async () => {
    const visitor = await nextHousehold();
    const id = await completeDraft(visitor);
    const key = randomUUID();
    const path = `/api/applications/${id}/submission`;
    const first = await visitor.post(path, {}, { key });
    // As if the process had been killed between its commit and its answer.
    await api.db.$executeRaw`
      UPDATE "IdempotencyKey" SET "status" = NULL, "answer" = NULL, "leaseUntil" = now() WHERE "key" = ${key}`;
    const again = await visitor.post(path, {}, { key });
    expect(again.status).toBe(201);
    expect(again.body).toEqual(first.body);
  });

  test('is held while its lease runs: a repetition waits for the first, and gets its answer', async () => {
    const where = { actor: 'household:x', route: 'POST /x', key: randomUUID() };
    const leaseUntil = new Date(Date.now() + 60_000);
    await api.db.idempotencyKey.create({ data: { ...where, bodyDigest: 'd', leaseUntil } });
    const repeated = once(api.db, where, 'd', () => Promise.reject(new Error('must not act')));
    // Long enough for it to have looked, and found nothing yet.
    for (let look = 0; look < 10; look++) await api.db.idempotencyKey.count();
    const answer = { status: 200, body: { done: true } };
    await api.db.idempotencyKey.updateMany({ where, data: { status: 200, answer } });
    expect(await repeated).toEqual(answer);
  });

  test('is not waited for without end: whoever repeats it is told that it is in progress', async () => {
    const where = { actor: 'household:x', route: 'POST /x', key: randomUUID() };
    const leaseUntil = new Date(Date.now() + 60_000);
    await api.db.idempotencyKey.create({ data: { ...where, bodyDigest: 'd', leaseUntil } });
    const repeated = once(api.db, where, 'd', () => Promise.reject(new Error('must not act')));
    await expect(repeated).rejects.toMatchObject({ code: 'IN_PROGRESS' });
  });

  test('is free again after a fault, at once', async () => {
    const key = { actor: 'household:x', route: 'POST /x', key: randomUUID() };
    await expect(once(api.db, key, 'd', () => Promise.reject(new Refused('UNAVAILABLE')))).rejects.toThrow(
      'UNAVAILABLE',
    );
    const answer = await once(api.db, key, 'd', async (takenOver) => ({ status: 200, body: { takenOver } }));
    expect(answer.body).toEqual({ takenOver: true });
  });
});
