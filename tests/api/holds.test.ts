import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isBatchHeld, placeHold } from '../../prisma/holds.js';
import { heldReferences } from '../activities/support/held.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { untilHeldUp } from '../support/held.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { orderedCase, orderOf } from './support/ordered-case.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const WHY = { reasonCode: 'INVESTIGATION', note: '群众反映，正在核查' };
const BATCH = '339901-B20260301-1';

describe('暂停支付: nothing on hold leaves', () => {
  let api: ApiAlone;
  let finance: Visitor;
  let supervisor: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-1');
    supervisor = await official(api, 'yl-oversight-1');
    households = await ordinaryHouseholds(api.db, 8);
    await api.db.paymentBatch.create({ data: { no: BATCH, countyCode: '339901', state: 'filled' } });
  });
  afterAll(() => api?.close());

  const registerNoOf = async (id: string) => (await api.db.household.findUniqueOrThrow({ where: { id } })).registerNo;
  const isHeld = async (reference: string) => (await heldReferences(api.db, [reference])).has(reference);

  test('a hold says what it stops, and what has left and cannot be stopped any more', async () => {
    const [householdId] = households;
    const waiting = await orderedCase(api, { householdId: householdId!, state: 'checked' });
    const left = await orderedCase(api, { householdId: householdId!, state: 'sent', programmeCode: 'poultry' });
    const registerNo = await registerNoOf(householdId!);
    const { status, body } = await finance.post('/api/holds', { kind: 'household', registerNo, ...WHY });
    expect(status).toBe(201);
    expect(body).toMatchObject({
      hold: { about: registerNo, reason: { code: 'INVESTIGATION' }, by: { office: '演练县财政局' }, lifted: null },
      stopped: { orders: 1, references: [orderOf(waiting)] },
      onTheirWay: { orders: 1, references: [orderOf(left)] },
    });
    expect(body.text.zh).toContain('1笔已发送银行，无法再停');
    expect(await heldReferences(api.db, [orderOf(waiting), orderOf(left)])).toEqual(
      new Set([orderOf(waiting), orderOf(left)]),
    );
  });

  test('one case, one account or a whole batch can be held; other payments go on', async () => {
    const [, one, other, third] = households;
    const caseNo = await orderedCase(api, { householdId: one!, state: 'prepared' });
    const byAccount = await orderedCase(api, { householdId: other!, state: 'checked' });
    const inBatch = await orderedCase(api, { householdId: third!, state: 'batched', batchNo: BATCH });
    expect((await finance.post('/api/holds', { kind: 'case', caseNo, ...WHY })).body.stopped.orders).toBe(1);
    expect(await isHeld(orderOf(caseNo))).toBe(true);
    expect(await isHeld(orderOf(byAccount))).toBe(false);
    const reference = orderOf(byAccount);
    const account = await finance.post('/api/holds', { kind: 'account', reference, ...WHY });
    expect(account.body).toMatchObject({ hold: { about: await registerNoOf(other!) }, stopped: { orders: 1 } });
    expect(await isHeld(reference)).toBe(true);
    const batch = await finance.post('/api/holds', { kind: 'batch', batchNo: BATCH, ...WHY });
    expect(batch.body).toMatchObject({ hold: { about: BATCH }, stopped: { references: [orderOf(inBatch)] } });
    expect(await isBatchHeld(api.db, BATCH)).toBe(true);
    expect(await isHeld(orderOf(inBatch))).toBe(false);
  });

  test('the same hold twice is told who placed it; the same request twice is one hold', async () => {
    const caseNo = await orderedCase(api, { householdId: households[4]!, state: 'checked' });
    const body = { kind: 'case', caseNo, ...WHY };
    const first = await finance.post('/api/holds', body, { key: 'hold-once-1234' });
    const again = await finance.post('/api/holds', body, { key: 'hold-once-1234' });
    expect(again.body).toEqual(first.body);
    const theirs = await supervisor.post('/api/holds', body);
    expect(theirs.body).toMatchObject({ code: 'HOLD_THERE', already: { by: [{ office: '演练县财政局' }] } });
    expect(await api.db.hold.count({ where: { subject: caseNo } })).toBe(1);
  });

  test('is lifted by somebody else than who placed it, or by the supervisor, once', async () => {
    const caseNo = await orderedCase(api, { householdId: households[5]!, state: 'checked' });
    const place = async (by: Visitor, reasonCode: string) =>
      (await by.post('/api/holds', { kind: 'case', caseNo, reasonCode, note: '待核' })).body.hold.id as string;
    const lift = (by: Visitor, id: string) => by.post(`/api/holds/${id}/lift`, { note: '已核实' });
    const id = await place(finance, 'INVESTIGATION');
    const other = await place(supervisor, 'COURT_ORDER');
    expect((await lift(finance, id)).body.code).toBe('OWN_HOLD');
    const lifted = await lift(await official(api, 'yl-finance-2'), id);
    expect(lifted.body).toMatchObject({ id, lifted: { by: { office: '演练县财政局' }, note: '已核实' } });
    expect(await isHeld(orderOf(caseNo))).toBe(true);
    const late = await lift(supervisor, id);
    expect(late.body).toMatchObject({ code: 'HOLD_LIFTED', already: { by: [lifted.body.lifted.by] } });
    expect((await lift(supervisor, other)).status).toBe(200);
    expect(await isHeld(orderOf(caseNo))).toBe(false);
  });

  test('a relative of the household does not lift it', async () => {
    const householdId = households[6]!;
    const caseNo = await orderedCase(api, { householdId, state: 'checked' });
    const { body } = await finance.post('/api/holds', { kind: 'case', caseNo, ...WHY });
    await api.db.kinship.create({ data: { householdId, officialId: 'yl-finance-2', relation: '堂兄弟' } });
    const answer = await (
      await official(api, 'yl-finance-2')
    ).post(`/api/holds/${body.hold.id}/lift`, { note: '同意' });
    expect(answer.body.code).toBe('KIN');
  });

  test('the household and the officials read in the case that payment is on hold, and when it went on', async () => {
    const householdId = households[7]!;
    const caseNo = await orderedCase(api, { householdId, state: 'checked' });
    const { body } = await finance.post('/api/holds', { kind: 'case', caseNo, ...WHY });
    const own = await household(api, householdId);
    const seen = (await own.get(`/api/cases/${caseNo}`)).body.holds;
    expect(seen).toMatchObject([{ text: { zh: '补助暂停支付：有关情况正在核查' } }]);
    await supervisor.post(`/api/holds/${body.hold.id}/lift`, { note: '已核实' });
    expect((await own.get(`/api/cases/${caseNo}`)).body.holds).toEqual([]);
    const { entries } = (await finance.get(`/api/cases/${caseNo}/timeline`)).body;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['submitted', 'held', 'holdLifted']);
    expect(JSON.stringify((await own.get(`/api/cases/${caseNo}/timeline`)).body)).not.toContain(WHY.note);
  });

  test('placing a hold and sending the order come one after the other', async () => {
    const { id } = await api.db.household.findFirstOrThrow({
      where: {
        ...{ villageCode: { startsWith: '339901' }, cases: { none: {} }, standing: 'registered' },
        accounts: { some: { current: true } },
      },
    });
    const caseNo = await orderedCase(api, { householdId: id, state: 'batched' });
    const reference = orderOf(caseNo);
    let send: () => void = () => undefined;
    const maySend = new Promise<void>((resolve) => (send = resolve));
    let locked: () => void = () => undefined;
    const isLocked = new Promise<void>((resolve) => (locked = resolve));
    const sending = api.db.$transaction(async (tx) => {
      await tx.$queryRaw`SELECT 1 FROM "Payment" WHERE "reference" = ${reference} FOR NO KEY UPDATE`;
      locked();
      await maySend;
      await tx.payment.update({ where: { reference }, data: { state: 'sent' } });
    });
    await isLocked;
    const hold = { kind: 'case', subject: caseNo, countyCode: '339901', note: '', byId: null } as const;
    const placing = api.db.$transaction((tx) => placeHold(tx, { ...hold, reasonCode: 'ACCOUNT_OF_OFFICIAL' }));
    await untilHeldUp(api.db);
    send();
    await sending;
    expect((await placing).waiting).toEqual([]);
  });

  test('is read page by page by those who pay and audit, and placed by finance and the supervisor of the area', async () => {
    const auditor = await official(api, 'yl-auditor-1');
    const open = await auditor.get('/api/holds?open=true&limit=100');
    expect(open.body.items.every(({ lifted }: { lifted: null }) => lifted === null)).toBe(true);
    const first = await auditor.get('/api/holds?limit=2');
    const second = await auditor.get(`/api/holds?limit=2&cursor=${first.body.next}`);
    const all = await auditor.get('/api/holds?limit=100');
    const ids = (page: typeof all) => page.body.items.map(({ id }: { id: string }) => id);
    expect([...ids(first), ...ids(second)]).toEqual(ids(all).slice(0, 4));
    expect((await auditor.get('/api/holds?kind=batch')).body.items).toHaveLength(1);
    const body = { kind: 'batch', batchNo: BATCH, ...WHY };
    expect((await auditor.post('/api/holds', body)).body.code).toBe('NOT_ALLOWED');
    const elsewhere = await official(api, 'ca-finance-1');
    expect((await elsewhere.post('/api/holds', body)).body.code).toBe('OUT_OF_AREA');
    expect((await elsewhere.get('/api/holds')).body.items).toEqual([]);
    const unknown = { kind: 'household', registerNo: '无此编号', ...WHY };
    expect((await finance.post('/api/holds', unknown)).body.code).toBe('NOT_FOUND');
    const byMachine = { ...body, reasonCode: 'ACCOUNT_OF_HELPER' };
    expect((await finance.post('/api/holds', byMachine)).body.code).toBe('INVALID_INPUT');
  });
});
