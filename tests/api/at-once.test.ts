import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type Api, openApi } from './support/api.js';
import { submitted } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { household } from './support/people.js';

describe('decisions at once', () => {
  let api: Api;
  let officials: Officials;
  let households: string[];
  beforeAll(async () => {
    api = await openApi();
    officials = new Officials(api);
    households = await ordinaryHouseholds(api.db, 4);
  });
  afterAll(() => api?.close());

  const decision = { stage: 'initialCheck', verdict: 'pass' };
  const newTask = async () => {
    const { caseNo } = await submitted(await household(api, households.shift()!));
    return { caseNo, path: `/api/tasks/${(await officials.taskAt(caseNo, 'initialCheck')).id}/decision` };
  };
  const acts = (caseNo: string) => api.db.caseEvent.count({ where: { caseNo, kind: 'acted' } });

  test('a button that is clicked ten times at once is one decision, and every click gets its answer', async () => {
    const { caseNo, path } = await newTask();
    const checker = await officials.as('yl-checker-1');
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 10 }, () => checker.post(path, decision, { key })));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    expect(await acts(caseNo)).toBe(1);
  });

  test.each([
    ['the same from two windows is one decision, and the other window is told so', 'yl-checker-1', 'yl-checker-1'],
    ['of two officials one wins, and the other is told who and when', 'yl-checker-1', 'yl-checker-2'],
  ])('%s', async (_promise, ...logins) => {
    const { caseNo, path } = await newTask();
    const visitors = await Promise.all(logins.map((login) => officials.as(login)));
    const answers = await Promise.all(visitors.map((visitor) => visitor.post(path, decision)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const winner = answers.findIndex(({ status }) => status === 200);
    const { name } = await api.db.official.findUniqueOrThrow({ where: { login: logins[winner]! } });
    const { code, moved } = answers[1 - winner]!.body;
    expect([code, moved.by]).toMatchObject(['STAGE_MOVED', [{ name }]]);
    expect(Date.now() - Date.parse(moved.at)).toBeLessThan(120_000);
    expect(await acts(caseNo)).toBe(1);
  });
});
