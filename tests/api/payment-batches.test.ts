import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { placeHold } from '../../prisma/holds.js';
import { openBatch } from '../../prisma/payment-batches.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { orderedCase } from './support/ordered-case.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const BATCHES = '/api/payment-batches';

describe('支付批次: a county’s reviewed orders go to the bank', () => {
  let api: ApiAlone;
  let finance: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-1');
    households = await ordinaryHouseholds(api.db, 10);
  });
  afterAll(() => api?.close());

  const ended = (no: string) => api.db.paymentBatch.update({ where: { no }, data: { state: 'settled' } });

  test('nothing is sent where nothing is reviewed, or all of it is on hold', async () => {
    expect((await finance.post(BATCHES, {})).body).toMatchObject({ status: 409, code: 'NOTHING_TO_SEND' });
    const householdId = households.pop()!;
    await orderedCase(api, { householdId, state: 'prepared' });
    const held = households.pop()!;
    await orderedCase(api, { householdId: held, state: 'checked' });
    const said = { countyCode: '339901', reasonCode: 'INVESTIGATION', note: '核查', byId: 'yl-oversight-1' } as const;
    await api.db.$transaction((tx) => placeHold(tx, { kind: 'household', subject: held, ...said }));
    expect((await finance.post(BATCHES, {})).body).toMatchObject({ code: 'NOTHING_TO_SEND' });
    expect(await api.db.paymentBatch.count()).toBe(0);
  });

  test('finance sends before the cut-off, once per request; while a batch is being filled there is no other', async () => {
    await orderedCase(api, { householdId: households.pop()!, state: 'checked' });
    const first = await finance.post(BATCHES, {}, { key: 'send-now-0001' });
    expect(first).toMatchObject({ status: 201, body: { state: { code: 'open' } } });
    const again = await finance.post(BATCHES, {}, { key: 'send-now-0001' });
    expect(again.body).toEqual(first.body);
    const other = await finance.post(BATCHES, {}, { key: 'send-now-0002' });
    expect(other.body).toMatchObject({ status: 409, code: 'BATCH_OPEN' });
    expect(await api.db.paymentBatch.findMany()).toMatchObject([
      { no: first.body.no, countyCode: '339901', createdById: expect.any(String), startedAt: null },
    ]);
    const { body } = await finance.get(`${BATCHES}/${first.body.no}`);
    expect(body).toMatchObject({ createdBy: { office: '演练县财政局' }, orders: null, sentAt: null, files: [] });
    await ended(first.body.no);
  });

  test('whoever took over from a dead request finds its batch', async () => {
    await orderedCase(api, { householdId: households.pop()!, state: 'checked' });
    const first = await finance.post(BATCHES, {}, { key: 'send-now-0003' });
    await ended(first.body.no);
    await api.db.idempotencyKey.updateMany({
      where: { key: 'send-now-0003' },
      data: { status: null, leaseUntil: new Date(0) },
    });
    const after = await finance.post(BATCHES, {}, { key: 'send-now-0003' });
    expect(after).toMatchObject({ status: 201, body: { no: first.body.no } });
  });

  test('a batch shows its totals, where its orders are, and its files with their hash', async () => {
    const { db } = api;
    const no = await openBatch(db, '339901');
    const sent = new Date('2026-03-02T07:00:00Z');
    const totals = { orders: 3, sumFen: 210_000n };
    await db.paymentBatch.update({ where: { no }, data: { state: 'taken', ...totals, sentAt: sent, takenAt: sent } });
    for (const state of ['sent', 'sent', 'credited'] as const)
      await orderedCase(api, { householdId: households.pop()!, state, batchNo: no });
    const file = { sha256: 'ab'.repeat(32), bytes: 3, contentSealed: Buffer.from('any'), lines: 3, sumFen: 210_000n };
    await db.bankFile.create({
      data: { ...file, kind: 'orders', name: `${no}.json`, countyCode: '339901', batchNo: no },
    });
    const { status, body } = await finance.get(`${BATCHES}/${no}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ no, county: { code: '339901' }, state: { code: 'taken' }, orders: 3, sumFen: 210_000, createdBy: null },
      ...{ sentAt: sent.toISOString(), takenAt: sent.toISOString(), endedAt: null, onHold: false },
      counts: [
        { state: { code: 'sent' }, orders: 2, sumFen: 140_000 },
        { state: { code: 'credited' }, orders: 1, sumFen: 70_000 },
      ],
      files: [{ kind: { code: 'orders' }, name: `${no}.json`, sha256: file.sha256, lines: 3, sumFen: 210_000 }],
    });
    expect(JSON.stringify(body)).not.toContain('contentSealed');
    const hold = { kind: 'batch', batchNo: no, reasonCode: 'INVESTIGATION', note: '核查' };
    await finance.post('/api/holds', hold);
    expect((await finance.get(`${BATCHES}/${no}`)).body.onHold).toBe(true);
  });

  test('the list is paged, the newest first, and can be asked for a county and a state', async () => {
    const all = (await finance.get(BATCHES)).body.items as { no: string; state: { code: string } }[];
    expect(all.length).toBeGreaterThan(2);
    const one = (await finance.get(`${BATCHES}?limit=1`)).body;
    expect(one.items).toEqual(all.slice(0, 1));
    const rest = (await finance.get(`${BATCHES}?cursor=${one.next}`)).body;
    expect(rest.items).toEqual(all.slice(1));
    const taken = (await finance.get(`${BATCHES}?state=taken&county=339901`)).body.items;
    expect(taken).toEqual(all.filter(({ state }) => state.code === 'taken'));
    expect((await finance.get(`${BATCHES}?county=330127`)).body.items).toEqual([]);
  });

  test('is for the county’s own finance to send, and for whoever handles its payments to see', async () => {
    const maker = await official(api, 'yl-maker-1');
    expect((await maker.post(BATCHES, {})).body).toMatchObject({ status: 403, code: 'NOT_ALLOWED' });
    const { items } = (await maker.get(BATCHES)).body;
    expect(items.length).toBeGreaterThan(0);
    const elsewhere = await official(api, 'ca-finance-1');
    expect((await elsewhere.get(BATCHES)).body.items).toEqual([]);
    expect((await elsewhere.get(`${BATCHES}/${items[0].no}`)).body).toMatchObject({ code: 'OUT_OF_AREA' });
    const [householdId] = households;
    const applicant = await household(api, householdId!);
    expect((await applicant.get(BATCHES)).body).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
