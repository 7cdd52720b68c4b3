import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { orderedCase } from '../api/support/ordered-case.js';
import { household, official } from '../api/support/people.js';

describe('Whoever reads personal data', () => {
  let api: ApiAlone;
  beforeAll(async () => {
    api = await openApiAlone();
  });
  afterAll(async () => await api?.close());

  test('is noted before he gets it: who, whose, why and when; a household that reads of itself is not', async () => {
    const { db } = api;
    const [householdId] = await ordinaryHouseholds(db, 1);
    const caseNo = await orderedCase(api, { householdId: householdId!, state: 'credited' });
    const own = await household(api, householdId!);
    expect((await own.get(`/api/cases/${caseNo}`)).status).toBe(200);
    expect(await db.personalRead.count()).toBe(0);

    const auditor = await official(api, 'yl-auditor-1');
    expect((await auditor.get(`/api/cases/${caseNo}`)).status).toBe(200);
    const seen = { reader: 'official:yl-auditor-1', subject: caseNo, why: 'GET /api/cases/{caseNo}' };
    expect(await db.personalRead.findMany()).toMatchObject([seen]);
    await auditor.get('/api/payments');
    expect(await db.personalRead.findMany({ where: { why: 'GET /api/payments' } })).toMatchObject([
      { subject: caseNo },
    ]);
    await expect(db.personalRead.deleteMany()).rejects.toThrow(/append-only/);
  });
});
