import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collectReports } from '../../activities/sweeps/collect-reports.js';
import { DISCREPANCY_HOLD } from '../../domain/texts/discrepancies.js';
import { type Found, raise } from '../../prisma/discrepancies.js';
import { stopCases } from '../../prisma/holds.js';
import { line, reportingBank } from '../activities/support/reporting-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { orderedCase, orderOf } from './support/ordered-case.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const SETTLEMENT = { settlement: '已与银行核对，银行重复列示，已出具更正函' };

describe('what does not fit between us and the bank', () => {
  let api: ApiAlone;
  let finance: Visitor;
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-1');
  });
  afterAll(() => api?.close());

  const raised = async (cause: string, more: Partial<Found> = {}): Promise<string> => {
    await raise(api.db, { kind: 'foreign', cause, countyCode: '339901', ...more });
    return (await api.db.discrepancy.findUniqueOrThrow({ where: { cause } })).id;
  };
  const settle = (by: Visitor, id: string, body: object = SETTLEMENT, extras: object = {}) =>
    by.post(`/api/discrepancies/${id}/settlement`, body, extras);

  test('is raised once per cause, and says what it is and what to do', async () => {
    const id = await raised('test/once', { reference: 'X-1', bankFen: 70_000n });
    await raise(api.db, { kind: 'silent', cause: 'test/once', countyCode: '339901' });
    const { status, body } = await finance.get(`/api/discrepancies/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      ...{ kind: { code: 'foreign' }, reference: 'X-1', ourFen: null, bankFen: 70_000, caseNo: null, settled: null },
      advice: { zh: expect.stringContaining('请与银行核对') },
    });
  });

  test('is settled once, with a sentence; whoever comes second is told who and when', async () => {
    const id = await raised('test/settled');
    const key = randomUUID();
    const first = await settle(finance, id, SETTLEMENT, { key });
    expect(first.body).toMatchObject({
      settled: { by: { office: '演练县财政局' }, settlement: { zh: SETTLEMENT.settlement } },
    });
    expect((await settle(finance, id, SETTLEMENT, { key })).body).toEqual(first.body);
    const supervisor = await official(api, 'yl-supervisor-1');
    const second = await settle(supervisor, id, { settlement: '另有结论' });
    expect([second.status, second.body.code]).toEqual([409, 'DISCREPANCY_SETTLED']);
    expect(second.body.already).toMatchObject({
      by: [{ name: first.body.settled.by.name }],
      at: first.body.settled.at,
    });
  });

  test('settled by two at once, is settled by one', async () => {
    const id = await raised('test/at-once');
    const supervisor = await official(api, 'yl-supervisor-1');
    const answers = await Promise.all([settle(finance, id), settle(supervisor, id, { settlement: '另有结论' })]);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
  });

  test('settled as the last one of a case, lifts the hold that was placed because of it, and no other', async () => {
    const [householdId] = await ordinaryHouseholds(api.db, 1);
    const caseNo = await orderedCase(api, { householdId: householdId!, state: 'checked' });
    const reference = orderOf(caseNo);
    const [one, other] = [await raised('test/one', { reference }), await raised('test/other', { reference })];
    await stopCases(api.db, [caseNo], DISCREPANCY_HOLD);
    await stopCases(api.db, [caseNo], { reasonCode: 'PAYEE_DOUBTFUL', note: '另一原因' });
    const open = async () => {
      const rows = await api.db.hold.findMany({ where: { subject: caseNo, liftedAt: null }, orderBy: { at: 'asc' } });
      return rows.map(({ reasonCode }) => reasonCode);
    };
    await settle(finance, one);
    expect(await open()).toEqual([DISCREPANCY_HOLD.reasonCode, 'PAYEE_DOUBTFUL']);
    await settle(finance, other);
    expect(await open()).toEqual(['PAYEE_DOUBTFUL']);
    const lifted = await api.db.hold.findFirstOrThrow({ where: { subject: caseNo, liftedAt: { not: null } } });
    expect(lifted).toMatchObject({ liftedById: 'yl-finance-1', liftNote: SETTLEMENT.settlement });
  });

  test('is settled by finance or the supervisor of the county, with words', async () => {
    const id = await raised('test/who');
    const abroad = await raised('test/abroad', { countyCode: '330127' });
    const answers = [
      await settle(await official(api, 'yl-auditor-1'), id),
      await settle(await official(api, 'yl-maker-1'), id),
      await settle(finance, abroad),
      await settle(finance, id, { settlement: ' ' }),
      await settle(finance, randomUUID()),
      await finance.get(`/api/discrepancies/${abroad}`),
    ];
    expect(answers.map(({ body }) => body.code)).toEqual([
      ...['NOT_ALLOWED', 'NOT_ALLOWED', 'OUT_OF_AREA', 'INVALID_INPUT', 'NOT_FOUND', 'OUT_OF_AREA'],
    ]);
  });

  test('is listed by area, kind and whether it is settled, page by page; what belongs to no county is every county’s', async () => {
    await raised('test/nobodys', { countyCode: '', kind: 'unreadableFile' });
    const list = async (query: string, by = finance) => (await by.get(`/api/discrepancies?${query}`)).body;
    const all = await list('limit=100');
    const counties = new Set(all.items.map(({ countyCode }: { countyCode: string }) => countyCode));
    expect(counties).toEqual(new Set(['339901', '']));
    expect((await list('kind=unreadableFile')).items).toHaveLength(1);
    const settled = (await list('settled=true')).items;
    expect(settled.length).toBeGreaterThan(0);
    expect(settled.every((item: { settled: unknown }) => item.settled !== null)).toBe(true);
    const pages = [];
    for (let next: string | null = ''; next !== null;) {
      const page = await list(`limit=2${next && `&cursor=${next}`}`);
      pages.push(...page.items);
      next = page.next;
    }
    expect(pages).toEqual(all.items);
    expect((await api.visitor().get('/api/discrepancies')).status).toBe(401);
  });

  test('a case that was opened again says so: where it is, whom it awaits, and the way of its money', async () => {
    const [householdId] = await ordinaryHouseholds(api.db, 1);
    const caseNo = await orderedCase(api, { householdId: householdId!, state: 'sent' });
    const reference = orderOf(caseNo);
    const bank = reportingBank();
    const collect = () => collectReports({ ...api, bank, cases: undefined as never }, 50);
    bank.report('credit', [line('credited', reference)]);
    await collect();
    const closed = {
      running: false,
      stage: 'closed',
      closedAt: new Date(),
      outcome: { kind: 'completed', amountFen: 70_000 },
    } as const;
    await api.db.case.update({ where: { caseNo }, data: closed });
    bank.report('back', [line('returned', reference, { bookedAt: '2026-03-05T02:00:00.000Z' })]);
    await collect();
    const visitor = await household(api, householdId!);
    const { body } = await visitor.get(`/api/cases/${caseNo}`);
    expect(body).toMatchObject({
      running: true,
      stage: { code: 'accountCorrection' },
      closedAt: null,
      outcome: null,
      reopenedAt: expect.any(String),
    });
    expect(body.payments[0]).toMatchObject({ state: { code: 'returned' }, returnedReason: { zh: '账户已销户' } });
    const entries = (await visitor.get(`/api/cases/${caseNo}/timeline`)).body.entries as { text: { zh: string } }[];
    expect(entries.at(-1)!.text.zh).toContain('办件重新打开');
    const texts = entries.map(({ text }) => text.zh).filter((text) => text.startsWith('银行回单'));
    expect(texts).toEqual([
      `银行回单：支付指令${reference}已入账（2026-03-02记账）`,
      `银行回单：支付指令${reference}已退回（2026-03-05记账，账户已销户）`,
    ]);
  });
});
