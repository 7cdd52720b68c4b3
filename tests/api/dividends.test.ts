import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { grantsAid, pays } from './support/entitled.js';
import { Officials } from './support/officials.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const RULE = { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 20_000 };

describe('资产收益分红, through the API', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  let maker: Visitor;
  let approver: Visitor;
  let entitlementNo: string;
  let assetId: string;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
    maker = await official(api, 'yl-maker-1');
    approver = await official(api, 'yl-approver-2');
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const { body: draft } = await visitor.post('/api/applications', { programmeCode: 'photovoltaic-dividend' });
    await visitor.patch(`/api/applications/${draft.id}`, { quantity: 2, registerConfirmed: true });
    const { body } = await visitor.post(`/api/applications/${draft.id}/submission`);
    entitlementNo = body.caseNo;
    await grantsAid(officials, entitlementNo);
    await eventually(
      () => api.db.entitlement.findUnique({ where: { caseNo: entitlementNo } }),
      (row) => row !== null,
    );
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  test('an asset has a rule, and a year its income once', async () => {
    const asset = {
      ...{ name: '东演村光伏电站', areaCode: '339901', programmeCode: 'photovoltaic-dividend' },
      ...{ documentNo: '演资〔2026〕1号', rule: RULE },
    };
    const wrong = { ...asset, rule: { ...RULE, collectiveBasisPoints: 10_001 } };
    expect((await approver.post('/api/assets', wrong)).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', errors: [{ field: 'rule.collectiveBasisPoints' }] },
    });
    expect((await approver.post('/api/assets', { ...asset, programmeCode: 'beekeeping' })).body.code).toBe('NOT_FOUND');
    const { status, body } = await approver.post('/api/assets', asset);
    expect([status, body.reserveFen, body.incomes]).toEqual([201, 0, []]);
    assetId = body.id;
    const missing = await maker.post('/api/dividends', { assetId, year: 2026 });
    expect(missing.body.code).toBe('INCOME_MISSING');
    const income = { year: 2026, amountFen: 300_001, documentNo: '演资〔2026〕2号' };
    expect((await maker.post(`/api/assets/${assetId}/incomes`, income)).status).toBe(201);
    const other = await maker.post(`/api/assets/${assetId}/incomes`, { ...income, amountFen: 1 });
    expect(other.body.code).toBe('INCOME_KNOWN');
  });

  test('is divided, signed by a second official who saw the sums, and paid by a run of the entitlement', async () => {
    const made = await maker.post('/api/dividends', { assetId, year: 2026 });
    expect(made.status).toBe(201);
    const { no } = made.body;
    expect((await maker.post('/api/dividends', { assetId, year: 2026 })).body.code).toBe('DIVIDEND_THERE');
    const divided = await eventually(
      async () => (await maker.get(`/api/dividends/${no}`)).body,
      ({ state }) => state.code === 'divided',
    );
    // 300,001: 60,000 for the village; 240,001 left, 200,000 the target; 20,000 into the reserve.
    expect(divided.sums).toEqual({ collectiveFen: 60_000, reserveFen: 20_000, householdsFen: 220_001 });
    expect(divided.progress).toEqual({ listed: 1, divided: 1, handedOn: 0, paid: 0 });
    const approval = `/api/dividends/${no}/approval`;
    expect((await approver.post(approval, { digest: 'ab'.repeat(32) })).body.code).toBe('DIVIDEND_CHANGED');
    expect((await maker.post(approval, { digest: divided.digest })).body.code).toBe('NOT_ALLOWED');
    expect((await approver.post(approval, { digest: divided.digest })).status).toBe(200);
    const late = await official(api, 'yl-approver-1');
    expect((await late.post(approval, { digest: divided.digest })).body.code).toBe('DIVIDEND_MOVED');
    const run = await eventually(
      () => api.db.case.findFirst({ where: { entitlementNo } }),
      (row) => row !== null,
    );
    expect(run).toMatchObject({ period: no, amountFen: 220_001n });
    await pays(officials, run!.caseNo);
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo: run!.caseNo } }),
      ({ running }) => !running,
    );
    const end = (await approver.get(`/api/dividends/${no}`)).body;
    expect(end).toMatchObject({ state: { code: 'handedOn' }, progress: { handedOn: 1, paid: 1 } });
    expect((await approver.get(`/api/dividends/${no}/parts`)).body.items).toMatchObject([
      { entitlementNo, shares: 2, amountFen: 220_001, caseNo: run!.caseNo },
    ]);
    const { body } = await maker.get('/api/assets');
    expect(body.items).toMatchObject([{ id: assetId, reserveFen: 20_000 }]);
  });
});
