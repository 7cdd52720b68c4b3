import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { completeDraft, PROGRAMME } from './support/drafts.js';
import { official, phoneOf, signedInByPhone } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const TODAY = shanghaiDate(Date.now());

describe('The ways of applying', () => {
  let api: ApiAlone;
  let household: Visitor;
  let admin: Visitor;
  beforeAll(async () => {
    api = await openApiAlone();
    const [id] = await ordinaryHouseholds(api.db, 1);
    household = await signedInByPhone(api, await phoneOf(api, id!));
    admin = await official(api, 'yl-admin');
  });
  afterAll(() => api?.close());

  const switches = (area: string, open: boolean, from = TODAY) =>
    admin.post('/api/application-routes', { area, route: 'direct', from, open });

  test('are told to everybody, and switched by the administrator of the county alone', async () => {
    const { body } = await api.visitor().get('/api/application-routes?area=339901');
    expect(body.open.map(({ code }: { code: string }) => code)).toContain('direct');
    expect((await household.post('/api/application-routes', {})).status).toBe(403);
    expect((await switches('330127', false)).body.code).toBe('OUT_OF_AREA');
    const unclear = await admin.post('/api/application-routes', { area: '3399', route: 'other', from: 'x', open: 1 });
    expect(unclear.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
      ...['area', 'from', 'open', 'route'],
    ]);
  });

  test('that are closed in the township take neither a draft nor its submission, and say so', async () => {
    const id = await completeDraft(household);
    const closed = await switches('339901100', false);
    expect([closed.status, closed.body.open.map(({ code }: { code: string }) => code)]).toEqual([
      201,
      expect.not.arrayContaining(['direct']),
    ]);
    const draft = await household.post('/api/applications', { programmeCode: PROGRAMME });
    expect([draft.status, draft.body.code]).toEqual([409, 'ROUTE_CLOSED']);
    const submission = await household.post(`/api/applications/${id}/submission`);
    expect([submission.status, submission.body.code]).toEqual([409, 'ROUTE_CLOSED']);

    expect((await switches('339901100', true)).status).toBe(201);
    expect((await household.post(`/api/applications/${id}/submission`)).status).toBe(201);
  });
});
