import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import type { Swept } from '../../activities/sweeps/sweep.js';
import type { ReportLine } from '../../bank/bank.js';
import { BankDay, credited, daysAgo } from '../activities/support/bank-day.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { orderedCase, orderOf } from './support/ordered-case.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const COUNTY = '339901';

describe('对账签字: a report per day, signed off by an official', () => {
  let api: ApiAlone;
  let bank: BankDay;
  let finance: Visitor;
  let auditor: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    // Nothing here is told to a case.
    const swept = { ...api, bank: api.world.bank, cases: undefined as unknown as Swept['cases'] };
    bank = new BankDay(swept);
    finance = await official(api, 'yl-finance-1');
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 10);
  });
  afterAll(() => api?.close());

  /** A day on which an order was credited, with its statement and further lines of it. */
  async function aDay(date: string, ...further: ReportLine[]): Promise<string> {
    const reference = orderOf(await orderedCase(api, { householdId: households.pop()!, state: 'sent' }));
    await bank.results(credited(reference, date));
    await bank.statement(date, credited(reference, date), ...further);
    await bank.reconcile();
    return reference;
  }
  const get = (date: string, query = '') => finance.get(`/api/reconciliations/${COUNTY}/${date}${query}`);
  const sign = (date: string, digest: string, by = finance) =>
    by.post(`/api/reconciliations/${COUNTY}/${date}/signature`, { digest });

  test('a day is shown with its lines and signed once, as it was seen', async () => {
    const date = daysAgo(10);
    const reference = await aDay(date);
    const { body } = await get(date);
    expect(body).toMatchObject({
      ...{
        county: COUNTY,
        date,
        matched: 1,
        matchedFen: 70_000,
        complete: true,
        unsettled: 0,
        signed: null,
        further: [],
      },
      lines: {
        items: [{ line: 1, fit: { code: 'matched' }, reference, says: { code: 'credited' }, discrepancy: null }],
      },
    });
    expect((await sign(date, 'ab'.repeat(32))).body.code).toBe('RECONCILIATION_CHANGED');
    const signed = await sign(date, body.digest);
    expect(signed.body.signed).toEqual({
      by: expect.objectContaining({ office: '演练县财政局' }),
      at: expect.any(String),
    });
    const other = await official(api, 'yl-finance-2');
    expect((await sign(date, body.digest, other)).body).toMatchObject({
      ...{ code: 'RECONCILIATION_SIGNED', already: { by: [signed.body.signed.by] } },
    });
    expect((await sign(date, body.digest, auditor)).body.code).toBe('NOT_ALLOWED');
  });

  test('is not signed while something does not fit and nobody has settled it', async () => {
    const date = daysAgo(12);
    await aDay(date, credited(`${COUNTY}-2026-999999-9-P1`, date, 100));
    const { body } = await get(date, '?fit=missingHere');
    expect(body).toMatchObject({ missingHere: 1, unsettled: 1 });
    const [line] = body.lines.items;
    expect(line).toMatchObject({
      bankFen: 100,
      ourFen: null,
      discrepancy: { kind: { code: 'missingHere' }, settled: null },
    });
    expect((await sign(date, body.digest)).body.code).toBe('DISCREPANCY_OPEN');
    const settlement = { settlement: '银行误列，已书面更正' };
    expect((await finance.post(`/api/discrepancies/${line.discrepancy.id}/settlement`, settlement)).status).toBe(200);
    expect((await sign(date, body.digest)).status).toBe(200);
  });

  test('what belongs to no county keeps every county from signing; what comes later stands beside the signed day', async () => {
    const date = daysAgo(14);
    await aDay(date, credited('NOBODY-KNOWS', date, 5));
    const { body } = await get(date);
    expect(body).toMatchObject({
      missingHere: 0,
      unsettled: 1,
      further: [{ reference: 'NOBODY-KNOWS', countyCode: '' }],
    });
    expect((await sign(date, body.digest)).body.code).toBe('DISCREPANCY_OPEN');
    await finance.post(`/api/discrepancies/${body.further[0].id}/settlement`, { settlement: '非本系统款项' });
    expect((await sign(date, body.digest)).status).toBe(200);
    await bank.statement(date, credited(`${COUNTY}-LATER`, date, 6));
    await bank.reconcile();
    const after = (await get(date)).body;
    expect(after).toMatchObject({ digest: body.digest, missingHere: 0 });
    expect(after.further.map((one: { reference: string }) => one.reference)).toContain(`${COUNTY}-LATER`);
  });

  test('a day that is not over is signed in a rehearsal only', async () => {
    const today = daysAgo(0);
    await aDay(today);
    const { body } = await get(today);
    expect(body.complete).toBe(false);
    await api.db.county.update({ where: { code: COUNTY }, data: { rehearsal: false, daySeconds: 86_400 } });
    expect((await sign(today, body.digest)).body.code).toBe('DAY_NOT_OVER');
    await api.db.county.update({ where: { code: COUNTY }, data: { rehearsal: true } });
    expect((await sign(today, body.digest)).status).toBe(200);
  });

  test('two officials sign at once: one does, the other is told', async () => {
    const date = daysAgo(16);
    await aDay(date);
    const { digest } = (await get(date)).body;
    const other = await official(api, 'yl-finance-2');
    const answers = await Promise.all([sign(date, digest), sign(date, digest, other)]);
    expect(answers.map(({ status }) => status).toSorted((one, two) => one - two)).toEqual([200, 409]);
  });

  test('the report of a day is exported as a table, with its totals', async () => {
    const date = daysAgo(18);
    const reference = await aDay(date, credited(`${COUNTY}-ODD`, date, 100));
    const { body, headers } = await auditor.get(`/api/reconciliations/${COUNTY}/${date}/report`);
    expect(headers.get('content-disposition')).toContain('attachment');
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(body);
    const rows = workbook.worksheets[0]!.getSheetValues().slice(1) as unknown[][];
    expect(rows[1]!.slice(1, 6)).toEqual([reference, '已入账', 700, 700, '相符']);
    expect(rows[2]!.slice(1)).toEqual([`${COUNTY}-ODD`, '已入账', undefined, 1, expect.any(String), '尚未处理']);
    expect(rows[3]![1]).toContain('相符1笔，合计700.00元');
    const csv = (await auditor.get(`/api/reconciliations/${COUNTY}/${date}/report?format=csv`)).body.toString();
    expect(csv).toContain(`${reference},已入账,700.00,700.00,相符,`);
  });

  test('days and lines are read page by page, by those who pay and audit in the area', async () => {
    const date = daysAgo(20);
    const odd = Array.from({ length: 5 }, (_, nth) => credited(`${COUNTY}-ODD-${nth}`, date, 100));
    await aDay(date, ...odd);
    const first = (await get(date, '?limit=2')).body.lines;
    const rest = (await get(date, `?limit=10&cursor=${first.next}`)).body.lines;
    expect([...first.items, ...rest.items].map(({ line }: { line: number }) => line)).toEqual([1, 2, 3, 4, 5, 6]);
    const dates = (page: { items: { date: string }[] }) => page.items.map((item) => item.date);
    const all = (await auditor.get('/api/reconciliations?limit=100')).body;
    expect(dates(all)).toEqual(dates(all).toSorted().toReversed());
    const one = (await auditor.get('/api/reconciliations?limit=2')).body;
    const two = (await auditor.get(`/api/reconciliations?limit=2&cursor=${one.next}`)).body;
    expect([...dates(one), ...dates(two)]).toEqual(dates(all).slice(0, 4));
    expect(dates((await auditor.get(`/api/reconciliations?from=${date}&until=${date}&signed=false`)).body)).toEqual([
      date,
    ]);
    const elsewhere = await official(api, 'ca-finance-1');
    expect((await elsewhere.get('/api/reconciliations')).body.items).toEqual([]);
    expect((await elsewhere.get(`/api/reconciliations/${COUNTY}/${date}`)).body.code).toBe('OUT_OF_AREA');
    expect((await get(daysAgo(400))).body.code).toBe('NOT_FOUND');
    expect((await get(date, '?cursor=WyJ4IiwieSJd')).body.code).toBe('INVALID_INPUT');
  });
});
