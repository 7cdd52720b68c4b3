import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reserve } from '../../activities/reserve.js';
import { lowerCommitment, moveCommitment } from '../../prisma/commitments.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from '../api/support/api.js';
import { household, official } from '../api/support/people.js';
import type { Visitor } from '../api/support/visitor.js';
import { openBooks } from './support/books.js';

const year = new Date().getUTCFullYear();
const programmeCode = 'beekeeping';
const fundId = `339901-${year}-province`;

interface FigureAnswer {
  fen: number;
  entries: string;
}

describe('where the money is', () => {
  let api: ApiAlone;
  let auditor: Visitor;
  let households: string[];
  let caseNo: string;
  let beforeLowering: string;
  beforeAll(async () => {
    api = await openApiAlone();
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 2);
    await openBooks(
      api.db,
      'shared',
      1_000_000n,
      [
        { programmeCode: 'landscape', amountFen: 500_000n },
        { programmeCode: 'pigs', amountFen: 99_999n, forIncomeGrowth: true },
        { programmeCode: 'pigs', amountFen: 300_000n, countyCode: '330127', forIncomeGrowth: true },
      ],
      { areaCode: '33', twoMountains: true },
    );
    caseNo = await submit(api.db, { programmeCode, householdId: households[0]! });
    await reserve(api.world, caseNo, 70_000);
    await step(1, (tx, key) => moveCommitment(tx, caseNo, 'committed', { key }));
    beforeLowering = (await get('/api/funds')).at;
    await step(2, (tx, key) => lowerCommitment(tx, caseNo, 50_000n, { key }));
    await step(3, (tx, key) => moveCommitment(tx, caseNo, 'spent', { key }));
    const waiting = await submit(api.db, { programmeCode, householdId: households[1]! });
    await reserve(api.world, waiting, 30_000);
  });
  afterAll(() => api?.close());

  type Tx = Parameters<typeof moveCommitment>[0];
  const step = (seq: number, book: (tx: Tx, key: string) => Promise<void>) =>
    api.db.$transaction((tx) => book(tx, `${caseNo}/case/${seq}`));
  const get = async (path: string, who = auditor) => {
    const { status, body } = await who.get(path);
    if (status !== 200) throw new Error(`${path} was answered with ${status} ${body.code}.`);
    return body;
  };
  const fen = (figures: Record<string, FigureAnswer>) =>
    Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure.fen]));

  /** The sum of all entries behind a figure, page by page. */
  const behind = async ({ entries }: FigureAnswer): Promise<number> => {
    let sum = 0;
    let next: string | null = '';
    while (next !== null) {
      const page: { items: { amountFen: number }[]; next: string | null } = await get(
        `${entries}&limit=3${next && `&cursor=${next}`}`,
      );
      sum += page.items.reduce((total, { amountFen }) => total + amountFen, 0);
      next = page.next;
    }
    return sum;
  };

  test('is told per fund, and each figure is the sum of the entries it leads to', async () => {
    const fund = await get(`/api/funds/${fundId}`);
    expect(fund).toMatchObject({ source: { code: 'province' }, fiscalYear: year, endsOn: `${year}-12-31` });
    const allocated = (await api.db.allotment.count({ where: { fundId } })) * 5_000_000_000;
    expect(fen(fund.figures)).toEqual({
      ...{ allocated, reserved: 30_000, committed: 0, spent: 50_000, available: allocated - 80_000 },
    });
    for (const figure of Object.values<FigureAnswer>(fund.figures)) expect(await behind(figure)).toBe(figure.fen);
    expect(await behind(fund.amount)).toBe(-fund.amount.fen);
    expect([fund.amount.fen, fund.unallotted.fen]).toEqual([allocated, 0]);
  });

  test('is told per county and per programme, of one fund and of all', async () => {
    const fund = await get(`/api/funds/${fundId}`);
    expect(fund.counties.map(({ county }: { county: object }) => county)).toEqual([{ code: '339901', name: '演练县' }]);
    const bees = fund.programmes.find(
      ({ programme }: { programme: { code: string } }) => programme.code === programmeCode,
    );
    expect(bees.programme.zh).not.toBe(programmeCode);
    expect(fen(bees.figures)).toMatchObject({ allocated: 5_000_000_000, reserved: 30_000, spent: 50_000 });
    const all = await get(`/api/funds?programme=${programmeCode}&county=339901&fiscalYear=${year}`);
    expect(fen(all.totals)).toEqual(fen(bees.figures));
    for (const figure of Object.values<FigureAnswer>(all.totals)) expect(await behind(figure)).toBe(figure.fen);
  });

  test('is told as it was at a moment in the past', async () => {
    const query = `programme=${programmeCode}&fiscalYear=${year}&at=${beforeLowering}`;
    const { at, totals } = await get(`/api/funds?${query}`);
    expect(at).toBe(beforeLowering);
    expect(fen(totals)).toMatchObject({ reserved: 0, committed: 70_000, spent: 0, available: 4_999_930_000 });
    for (const figure of Object.values<FigureAnswer>(totals)) expect(await behind(figure)).toBe(figure.fen);
    const { items } = await get(`/api/allotments?${query}`);
    expect(fen(items[0].figures)).toEqual(fen(totals));
    expect(fen((await get('/api/funds?at=2000-01-01T00:00:00Z')).totals)).toMatchObject({ allocated: 0, available: 0 });
    const ahead = await get('/api/funds?at=2100-01-01T00:00:00Z');
    expect(new Date(ahead.at).getTime()).toBeLessThan(Date.now() + 60_000);
  });

  test('is told by document, with what stands behind each', async () => {
    const { items } = await get(`/api/allotments?fund=${fundId}&programme=${programmeCode}`);
    expect(items).toMatchObject([
      { documentNo: expect.stringContaining('财农'), accountCode: '2130505', county: { name: '演练县' } },
    ]);
    expect(await behind(items[0].figures.available)).toBe(items[0].figures.available.fen);
  });

  test('of a case is in the case, from the reservation to the payment', async () => {
    const { ledger } = await get(`/api/cases/${caseNo}`);
    const moved = ledger.map((entry: { kind: { code: string }; account: { code: string }; amountFen: number }) => [
      ...[entry.kind.code, entry.account.code, entry.amountFen],
    ]);
    expect(moved).toEqual([
      ['reserved', 'available', -70_000],
      ['reserved', 'reserved', 70_000],
      ['committed', 'reserved', -70_000],
      ['committed', 'committed', 70_000],
      ['lowered', 'committed', -20_000],
      ['lowered', 'available', 20_000],
      ['spent', 'committed', -50_000],
      ['spent', 'spent', 50_000],
    ]);
    const { items } = await get(`/api/ledger/entries?caseNo=${caseNo}`);
    expect(items.toReversed()).toEqual(ledger);
    const lowered = await get(`/api/ledger/entries?kind=lowered&account=available`);
    expect(lowered.items).toMatchObject([
      { caseNo, amountFen: 20_000, allotment: { id: `339901-${year}-${programmeCode}` } },
    ]);
    const own = await (await household(api, households[0]!)).get(`/api/cases/${caseNo}`);
    expect(own.body.ledger).toEqual(ledger);
  });

  test('warns where less than a fifth of a two-mountains fund is for income growth of the households', async () => {
    const shared = await get('/api/funds/shared');
    expect(shared.incomeGrowth).toEqual({
      ...{ ofFen: 599_999, allottedFen: 99_999, shareBasisPoints: 1666, requiredFen: 120_000, shortfallFen: 20_001 },
      warning: { zh: expect.stringContaining('20%'), en: expect.stringContaining('20%') },
    });
    const enough = await get(`/api/funds/339901-${year}-two-mountains`);
    expect(enough.incomeGrowth).toMatchObject({ shareBasisPoints: 2500, shortfallFen: 0, warning: null });
    expect((await get(`/api/funds/${fundId}`)).incomeGrowth).toBeNull();
  });

  test('of another area is not told: of a fund that several counties share, each sees its own part', async () => {
    const shared = await get('/api/funds/shared');
    expect([shared.amount, shared.unallotted]).toEqual([null, null]);
    expect(shared.figures.allocated.fen).toBe(599_999);
    const chunan = await official(api, 'ca-auditor-1');
    expect((await get('/api/funds/shared', chunan)).figures.allocated.fen).toBe(300_000);
    expect((await chunan.get(`/api/funds/${fundId}`)).body.code).toBe('NOT_FOUND');
    expect((await get(`/api/ledger/entries?fund=${fundId}`, chunan)).items).toEqual([]);
    expect((await get('/api/allotments?county=339901', chunan)).items).toEqual([]);
    expect((await get(`/api/ledger/entries?caseNo=${caseNo}`, chunan)).items).toEqual([]);
    await api.db.official.update({ where: { id: 'ca-auditor-1' }, data: { areaCode: '33' } });
    const province = await official(api, 'ca-auditor-1');
    expect(await get('/api/funds/shared', province)).toMatchObject({
      ...{ amount: { fen: 1_000_000 }, unallotted: { fen: 100_001 }, figures: { allocated: { fen: 899_999 } } },
      incomeGrowth: { ofFen: 1_000_000, shareBasisPoints: 3999 },
    });
  });

  test.each(['funds', 'allotments', 'ledger/entries'])('goes page by page: %s', async (list) => {
    const seen: string[] = [];
    let next: string | null = '';
    while (next !== null && seen.length < 500) {
      const page: { items: { id: string }[]; next: string | null } = await get(
        `/api/${list}?limit=7${next && `&cursor=${next}`}`,
      );
      seen.push(...page.items.map(({ id }) => id));
      next = page.next;
    }
    const all = await get(`/api/${list}?limit=100`);
    expect(seen.slice(0, 100)).toEqual(all.items.map(({ id }: { id: string }) => id));
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(6);
  });

  test('is told to those who pay, check, supervise and audit, and asked for in words of the table', async () => {
    const tellTo = async (login: string) => (await (await official(api, login)).get('/api/funds')).status;
    expect(await Promise.all(['yl-maker-1', 'yl-finance-1', 'yl-oversight-1', 'yl-checker-1'].map(tellTo))).toEqual([
      200, 200, 200, 403,
    ]);
    expect((await api.visitor().get('/api/ledger/entries')).body.code).toBe('NOT_SIGNED_IN');
    const wrong = [
      'ledger/entries?account=mine',
      'ledger/entries?cursor=WyJ4IiwieSJd',
      'funds?at=yesterday',
      'funds?x=1',
    ];
    for (const path of wrong) expect((await auditor.get(`/api/${path}`)).body.code).toBe('INVALID_INPUT');
    const foreign = Buffer.from(JSON.stringify([null, 'x'])).toString('base64url');
    expect((await auditor.get(`/api/ledger/entries?cursor=${foreign}`)).body.code).toBe('INVALID_INPUT');
    expect((await auditor.get('/api/funds/nothing')).body.code).toBe('NOT_FOUND');
  });
});
