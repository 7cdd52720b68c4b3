import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Prisma } from '../../prisma/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openBooks } from '../ledger/support/books.js';
import { openPastFund } from '../ledger/support/past-year.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const year = new Date().getFullYear();

describe('the money that a finance office receives', () => {
  let api: ApiAlone;
  let finance: Visitor;
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-1');
  });
  afterAll(() => api?.close());

  const fund = (more: object = {}) => ({
    ...{ name: '乡村振兴补助资金（第一批）', source: 'province', fiscalYear: year, purpose: '低收入农户产业项目' },
    ...{ amountFen: 1_000_000, ...more },
  });
  const document = (more: object = {}) => ({
    ...{ documentNo: '演财农〔2026〕101号', accountCode: '2130505', countyCode: '339901', programmeCode: 'pigs' },
    ...{ amountFen: 400_000, ...more },
  });
  const newFund = async (name: string, more: object = {}): Promise<string> => {
    const { status, body } = await finance.post('/api/funds', fund({ name, ...more }));
    if (status !== 201) throw new Error(`The fund was answered with ${status} ${body.code}.`);
    return body.id;
  };
  const allot = (fundId: string, more: object = {}, who = finance, extras: object = {}) =>
    who.post(`/api/funds/${fundId}/allotments`, document(more), extras);
  const fields = (body: { errors?: { field: string }[] }) => body.errors?.map(({ field }) => field);

  test('is entered once, also where whoever began it died before he could answer', async () => {
    /** What was answered is forgotten, as if the process had died between the booking and the answer. */
    const dies = (key: string) =>
      api.db.idempotencyKey.updateMany({
        where: { key },
        data: { status: null, answer: Prisma.DbNull, leaseUntil: new Date(0) },
      });
    const again = async (path: string, body: object) => {
      const extras = { key: crypto.randomUUID() };
      const first = await finance.post(path, body, extras);
      await dies(extras.key);
      const second = await finance.post(path, body, extras);
      expect([first.status, second.status]).toEqual([201, 201]);
      expect(second.body.id).toBe(first.body.id);
      return second.body;
    };
    const { id: fundId } = await again('/api/funds', fund({ name: '中断' }));
    const { id } = await again(`/api/funds/${fundId}/allotments`, document({ documentNo: '断〔2026〕1号' }));
    const reduced = await again(`/api/allotments/${id}/reduction`, { documentNo: '断〔2026〕2号', amountFen: 100 });
    expect(reduced.figures.available.fen).toBe(399_900);
    expect(await api.db.fund.count({ where: { name: '中断' } })).toBe(1);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  describe('is entered as a fund', () => {
    test('under the next number, with its amount in the ledger and who entered it', async () => {
      const { status, body, headers } = await finance.post('/api/funds', fund());
      expect(status).toBe(201);
      expect(body.id).toMatch(new RegExp(`^339901-${year}-F\\d{4}$`));
      expect(headers.get('location')).toBe(`/api/funds/${body.id}`);
      expect(body).toMatchObject({
        ...{ source: { zh: '省级' }, amount: { fen: 1_000_000 }, unallotted: { fen: 1_000_000 }, twoMountains: false },
        ...{ carriedOver: { fen: 0 }, lapsed: { fen: 0 }, yearEnd: null, carriedFrom: null },
      });
      const { items } = (await finance.get(body.amount.entries)).body;
      expect(items).toMatchObject([
        { amountFen: -1_000_000, kind: { code: 'funded' }, by: { office: '演练县财政局' } },
      ]);
    });

    test('once: the same act again is the same fund, another of its name or number is told', async () => {
      const extras = { key: crypto.randomUUID() };
      const said = fund({ id: 'YL-2026.1', name: '县级配套（第二批）' });
      const [first, again] = [
        await finance.post('/api/funds', said, extras),
        await finance.post('/api/funds', said, extras),
      ];
      expect(again!.body).toEqual(first!.body);
      const sameName = await finance.post('/api/funds', fund({ name: '县级配套（第二批）' }));
      expect([sameName.status, sameName.body.code, fields(sameName.body)]).toEqual([409, 'FUND_KNOWN', ['name']]);
      const sameNumber = await finance.post('/api/funds', fund({ id: 'YL-2026.1', name: '另一笔' }));
      expect([sameNumber.body.code, fields(sameNumber.body)]).toEqual(['FUND_KNOWN', ['id']]);
      expect(await api.db.fund.count({ where: { name: { in: ['县级配套（第二批）', '另一笔'] } } })).toBe(1);
    });

    test('by ten at once under ten numbers, or once under one name', async () => {
      const names = Array.from({ length: 10 }, (_, place) => `批次${place}`);
      const ids = await Promise.all(names.map((name) => newFund(name)));
      expect(new Set(ids).size).toBe(10);
      const second = await official(api, 'yl-finance-2');
      const answers = await Promise.all(
        names.map((_, place) => (place % 2 ? finance : second).post('/api/funds', fund({ name: '同名' }))),
      );
      expect(answers.map(({ status }) => status).toSorted((a: number, b: number) => a - b)).toEqual([
        201,
        ...Array.from({ length: 9 }, () => 409),
      ]);
    });

    test('of a year that is open, with whole fen, by finance alone', async () => {
      const past = await finance.post('/api/funds', fund({ name: '去年', fiscalYear: year - 1 }));
      expect([past.body.code, fields(past.body)]).toEqual(['INVALID_INPUT', ['fiscalYear']]);
      expect((await finance.post('/api/funds', fund({ name: '提前', fiscalYear: year + 1 }))).status).toBe(201);
      const wrong = { name: ' ', amountFen: 0.5, source: 'bank', id: '../x', fiscalYear: 26 };
      const { body } = await finance.post('/api/funds', fund(wrong));
      expect(fields(body)?.toSorted()).toEqual(['amountFen', 'fiscalYear', 'id', 'name', 'source']);
      const maker = await official(api, 'yl-maker-1');
      expect((await maker.post('/api/funds', fund({ name: '他人' }))).body.code).toBe('NOT_ALLOWED');
    });
  });

  describe('is allotted by numbered documents', () => {
    test('with the county, the programme and the account code, and is available there', async () => {
      const fundId = await newFund('待下达');
      const { status, body } = await allot(fundId);
      expect(status).toBe(201);
      expect(body).toMatchObject({
        ...{ documentNo: '演财农〔2026〕101号', accountCode: '2130505', county: { name: '演练县' }, warning: null },
        ...{ programme: { code: 'pigs' }, figures: { allocated: { fen: 400_000 }, available: { fen: 400_000 } } },
      });
      expect((await finance.get(`/api/funds/${fundId}`)).body.unallotted.fen).toBe(600_000);
    });

    test('each once: the same act again is the same allotment, the document entered again is told', async () => {
      const fundId = await newFund('文号');
      const extras = { key: crypto.randomUUID() };
      const said = { documentNo: '演财农〔2026〕102号' };
      const [first, again] = [await allot(fundId, said, finance, extras), await allot(fundId, said, finance, extras)];
      expect(again!.body).toEqual(first!.body);
      const entered = await allot(fundId, said);
      expect([entered.status, entered.body.code, fields(entered.body)]).toEqual([
        409,
        'DOCUMENT_KNOWN',
        ['documentNo'],
      ]);
      expect((await allot(fundId, { ...said, programmeCode: 'beekeeping' })).status).toBe(201);
      expect(await api.db.allotment.count({ where: { fundId } })).toBe(2);
    });

    test('no further than the fund goes, by however many at once', async () => {
      const fundId = await newFund('争抢');
      const answers = await Promise.all(
        [1, 2, 3, 4].map((place) => allot(fundId, { documentNo: `争〔2026〕${place}号` })),
      );
      expect(answers.map(({ status }) => status).toSorted((a: number, b: number) => a - b)).toEqual([
        201, 201, 409, 409,
      ]);
      const { body } = await allot(fundId, { documentNo: '争〔2026〕5号', amountFen: 200_001 });
      expect(body).toMatchObject({
        code: 'FUND_OVERDRAWN',
        errors: [{ field: 'amountFen', zh: expect.stringContaining('2,000.00') }],
      });
      expect(await ledgerDifferences(api.db)).toEqual([]);
    });

    test('to a county and a programme that there are, within the area of the fund', async () => {
      const fundId = await newFund('去向');
      for (const [field, wrong] of [
        ['countyCode', { countyCode: '330127' }],
        ['countyCode', { countyCode: '339999' }],
        ['programmeCode', { programmeCode: 'horses' }],
        ['accountCode', { accountCode: '生产' }],
        ['documentNo', { documentNo: '' }],
        ['amountFen', { amountFen: -1 }],
      ] as const) {
        const { body } = await allot(fundId, wrong);
        expect([body.code, fields(body)]).toEqual(['INVALID_INPUT', [field]]);
      }
    });

    test('by the office that keeps the fund, while its year is open', async () => {
      await openBooks(api.db, 'above', 1_000n, [{ programmeCode: 'pigs', amountFen: 500n }], { areaCode: '33' });
      expect((await allot('above')).body.code).toBe('KEPT_ELSEWHERE');
      const chunan = await official(api, 'ca-finance-1');
      const fundId = await newFund('本县');
      expect((await allot(fundId, {}, chunan)).body.code).toBe('NOT_FOUND');
      await openPastFund(api.db, 'over', { amountFen: 1_000_000n, allottedFen: 1n, programmeCode: 'pigs' });
      await api.db.yearEndClose.create({ data: { fundId: 'over' } });
      expect((await allot('over')).body.code).toBe('YEAR_CLOSED');
    });

    test('with a warning once a fifth of a two-mountains fund can no longer go to the households', async () => {
      const fundId = await newFund('两山', { twoMountains: true });
      const landscape = { programmeCode: 'beekeeping', amountFen: 800_000, documentNo: '两〔2026〕1号' };
      expect((await allot(fundId, landscape)).body.warning).toBeNull();
      const { body } = await allot(fundId, { amountFen: 1, documentNo: '两〔2026〕2号' });
      expect(body.warning).toMatchObject({ zh: expect.stringContaining('20%'), en: expect.stringContaining('20%') });
      const grown = { amountFen: 199_999, documentNo: '两〔2026〕3号', forIncomeGrowth: true };
      expect((await allot(fundId, grown)).body.warning).not.toBeNull();
    });
  });

  describe('is taken back by documents of their own', () => {
    const reduce = (id: string, documentNo: string, amountFen: number, who = finance, extras: object = {}) =>
      who.post(`/api/allotments/${id}/reduction`, { documentNo, amountFen }, extras);
    const allotted = async (name: string): Promise<string> =>
      (await allot(await newFund(name), { documentNo: `${name}号` })).body.id;

    test('as far as nothing is set aside of it; the allotment stays as it was made', async () => {
      const id = await allotted('调减');
      const { status, body } = await reduce(id, '调〔2026〕1号', 150_000);
      expect(status).toBe(201);
      expect(body.figures).toMatchObject({ allocated: { fen: 250_000 }, available: { fen: 250_000 } });
      expect((await api.db.allotment.findUniqueOrThrow({ where: { id } })).amountFen).toBe(400_000n);
      const { items } = (await finance.get(`/api/ledger/entries?allotment=${id}&kind=corrected`)).body;
      expect(items).toMatchObject([{ amountFen: -150_000, documentNo: '调〔2026〕1号', kind: { zh: '更正' } }]);
      expect((await finance.get(`/api/funds/${body.fund.id}`)).body.unallotted.fen).toBe(750_000);
      expect(await ledgerDifferences(api.db)).toEqual([]);
    });

    test('each once, and no more than is available, by however many at once', async () => {
      const id = await allotted('多人调减');
      const extras = { key: crypto.randomUUID() };
      const [first, again] = [
        await reduce(id, '减〔2026〕1号', 100_000, finance, extras),
        await reduce(id, '减〔2026〕1号', 100_000, finance, extras),
      ];
      expect(again!.body).toEqual(first!.body);
      expect((await reduce(id, '减〔2026〕1号', 100_000)).body.code).toBe('DOCUMENT_KNOWN');
      const answers = await Promise.all([2, 3, 4].map((place) => reduce(id, `减〔2026〕${place}号`, 150_000)));
      expect(answers.map(({ status }) => status).toSorted((a: number, b: number) => a - b)).toEqual([201, 201, 409]);
      const { body } = await reduce(id, '减〔2026〕5号', 1);
      expect(body).toMatchObject({ code: 'ALLOTMENT_OVERDRAWN', errors: [{ field: 'amountFen' }] });
    });

    test('by the office that keeps the fund', async () => {
      expect((await reduce('above-0', '减〔2026〕9号', 1)).body.code).toBe('KEPT_ELSEWHERE');
      expect((await reduce('nowhere', '减〔2026〕9号', 1)).body.code).toBe('NOT_FOUND');
      expect((await reduce('over-0', '减〔2026〕9号', 1)).body.code).toBe('YEAR_CLOSED');
    });
  });
});
