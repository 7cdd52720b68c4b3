import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { post } from '../../prisma/ledger/post.js';
import { allotmentAccount } from '../../prisma/ledger/accounts.js';
import { closeYears } from '../../activities/sweeps/close-years.js';
import { snapshotPayee } from '../../prisma/payee.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { heldSince, LAST_YEAR, openPastFund, THIS_YEAR } from '../ledger/support/past-year.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const programmeCode = 'beekeeping';

describe("the year's end", () => {
  let api: ApiAlone;
  let finance: Visitor;
  let second: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-1');
    second = await official(api, 'yl-finance-2');
    households = await ordinaryHouseholds(api.db, 36);
  });
  afterAll(() => api?.close());

  const year = async (fundId: string, who = finance) => {
    const { body } = await who.get(`/api/year-ends?fiscalYear=${LAST_YEAR}&limit=100`);
    return body.items.find(({ fund }: { fund: { id: string } }) => fund.id === fundId);
  };
  const propose = (fundId: string, decision = 'carryOver', who = finance, extras: object = {}) =>
    who.post(
      `/api/year-ends/${fundId}/decision`,
      { decision, documentNo: `结〔${THIS_YEAR}〕${fundId}号`, words: '项目未完工' },
      extras,
    );
  const sign = (fundId: string, digest: string, who = second, agrees = true, extras: object = {}) =>
    who.post(`/api/year-ends/${fundId}/signature`, { digest, agrees }, extras);
  const decided = async (fundId: string, decision = 'carryOver') =>
    (await sign(fundId, (await propose(fundId, decision)).body.digest)).body;

  /** A blocked fund of last year with three cases that have 100 yuan committed each. */
  const pastFund = async (fundId: string, more: object = {}) => {
    const past = { amountFen: 100_000n, allottedFen: 90_000n, programmeCode, ...more };
    const allotmentId = await openPastFund(api.db, fundId, past);
    const cases: string[] = [];
    for (let place = 0; place < 3; place++) {
      const caseNo = await submit(api.db, { programmeCode, householdId: households.pop()! });
      await heldSince(api.db, caseNo, allotmentId, 10_000n, 'committed');
      cases.push(caseNo);
    }
    await closeYears({ ...api, cases: undefined as never }, 50);
    return cases;
  };
  const newOrder = async (caseNo: string, state: 'checked' | 'sent') => {
    const { householdId } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    const reference = `${caseNo}-P1`;
    await api.db.payment.create({
      data: {
        ...{ reference, caseNo, attempt: 1, amountFen: 10_000n, state, remark: '中蜂养殖补助' },
        ...{ documentNo: '1', accountCode: '1', preparedById: 'maker' },
        ...(await snapshotPayee(api.db, api.keyring, householdId!)),
      },
    });
    return reference;
  };

  test('shows what of a fund is not spent, with the entries, the unpaid cases and the orders on their way', async () => {
    const cases = await pastFund('shown');
    const reference = await newOrder(cases[0]!, 'sent');
    const row = await year('shown');
    expect(row).toMatchObject({
      ...{ fiscalYear: LAST_YEAR, unallotted: { fen: 10_000 }, available: { fen: 60_000 }, committed: { fen: 30_000 } },
      ...{ unpaid: { count: 3, fen: 30_000 }, onTheirWay: { count: 1, fen: 10_000 }, proposal: null, decided: null },
    });
    const { items } = (await finance.get(row.committed.entries)).body;
    expect(items.reduce((sum: number, { amountFen }: { amountFen: number }) => sum + amountFen, 0)).toBe(30_000);
    const first = (await finance.get(`${row.unpaid.list}?limit=2`)).body;
    const rest = (await finance.get(`${row.unpaid.list}?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...rest.items].map(({ caseNo }) => caseNo)).toEqual(cases.toSorted());
    expect(first.items[0]).toMatchObject({ state: { zh: '已占用' }, amountFen: 10_000, stage: { code: 'submitted' } });
    expect((await finance.get(row.onTheirWay.list)).body.items).toMatchObject([{ reference, state: { code: 'sent' } }]);
  });

  test('is decided by two: one proposes, another signs what he has seen', async () => {
    const cases = await pastFund('signed');
    const proposed = await propose('signed');
    expect([proposed.status, proposed.body.awaitsSecondSignature]).toEqual([201, true]);
    const { digest } = proposed.body;
    expect((await year('signed')).proposal).toMatchObject({
      digest,
      decision: { zh: '结转下年使用' },
      words: '项目未完工',
    });
    expect((await propose('signed', 'lapse', second)).body).toMatchObject({
      code: 'PROPOSAL_WAITS',
      proposedBy: { office: '演练县财政局' },
    });
    expect((await sign('signed', digest, finance)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign('signed', 'f'.repeat(64))).body.code).toBe('PROPOSAL_CHANGED');
    const { status, body } = await sign('signed', digest);
    expect(status).toBe(200);
    const nextId = `signed~${THIS_YEAR}`;
    expect(body).toMatchObject({
      ...{ unallotted: { fen: 0 }, available: { fen: 0 }, committed: { fen: 0 }, unpaid: { count: 0 }, proposal: null },
      decided: {
        decision: { code: 'carryOver' },
        carriedTo: nextId,
        carriedOver: { fen: 100_000 },
        lapsed: { fen: 0 },
      },
    });
    expect(body.decided.by.name).not.toBe(body.decided.cosignedBy.name);
    expect((await finance.get(`/api/funds/${nextId}`)).body).toMatchObject({
      ...{ carriedFrom: 'signed', fiscalYear: THIS_YEAR, amount: { fen: 100_000 }, unallotted: { fen: 10_000 } },
      figures: { allocated: { fen: 90_000 }, available: { fen: 60_000 }, committed: { fen: 30_000 } },
    });
    expect((await finance.get('/api/funds/signed')).body).toMatchObject({
      ...{ yearEnd: { decision: { code: 'carryOver' }, carriedTo: nextId }, carriedOver: { fen: 100_000 } },
      figures: { allocated: { fen: 0 } },
    });
    const { items } = (await finance.get(`/api/ledger/entries?caseNo=${cases[0]}&kind=carriedOver`)).body;
    expect(
      items.map(({ amountFen }: { amountFen: number }) => amountFen).toSorted((a: number, b: number) => a - b),
    ).toEqual([-10_000, -10_000, 10_000, 10_000]);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('is shown as it was before, too', async () => {
    await pastFund('before');
    const { at } = (await finance.get('/api/funds/before')).body;
    await decided('before');
    const then = (await finance.get(`/api/funds/before?at=${at}`)).body;
    expect(then).toMatchObject({
      figures: { allocated: { fen: 90_000 }, committed: { fen: 30_000 } },
      carriedOver: { fen: 0 },
    });
  });

  test('is done once, however often it is signed, and not decided on again', async () => {
    await pastFund('once');
    const { digest } = (await propose('once', 'lapse')).body;
    const extras = { key: crypto.randomUUID() };
    const answers = await Promise.all([
      ...[1, 2, 3].map(() => sign('once', digest, second, true, extras)),
      sign('once', digest, await official(api, 'yl-oversight-1')),
    ]);
    const codes = answers.map(({ status, body }) => (status === 200 ? 'done' : body.code));
    expect(new Set(codes)).toEqual(new Set(['done', 'YEAR_DECIDED']));
    expect(await api.db.fund.count({ where: { id: { startsWith: 'once~' } } })).toBe(1);
    expect((await propose('once')).body.code).toBe('YEAR_DECIDED');
    expect(await year('once')).toMatchObject({ decided: { lapsed: { fen: 70_000 }, carriedOver: { fen: 30_000 } } });
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('is proposed anew where the second does not agree', async () => {
    await pastFund('anew');
    const { digest } = (await propose('anew')).body;
    const { body } = await sign('anew', digest, second, false);
    expect([body.proposal, body.decided]).toEqual([null, null]);
    expect((await sign('anew', digest)).body.code).toBe('PROPOSAL_CHANGED');
    expect((await propose('anew', 'lapse', second)).status).toBe(201);
  });

  test('waits for the orders that are on their way, and names them', async () => {
    const cases = await pastFund('sent');
    const { digest } = (await propose('sent')).body;
    const reference = await newOrder(cases[0]!, 'sent');
    for (const { body } of [await propose('sent', 'lapse'), await sign('sent', digest)])
      expect(body).toMatchObject({
        code: 'ORDERS_ON_THEIR_WAY',
        errors: [{ field: reference, zh: expect.stringContaining(reference) }],
      });
    await api.db.payment.update({ where: { reference }, data: { state: 'returned' } });
    expect((await sign('sent', digest)).status).toBe(200);
  });

  test('is decided by the office that keeps the fund, of a year that is over', async () => {
    await pastFund('above', { areaCode: '33' });
    expect((await propose('above')).body.code).toBe('KEPT_ELSEWHERE');
    expect(await year('above')).toMatchObject({ unallotted: null, committed: { fen: 30_000 } });
    expect((await propose(`339901-${THIS_YEAR}-province`)).body.code).toBe('NOT_FOUND');
    const elsewhere = await official(api, 'ca-finance-1');
    expect((await propose('shown', 'lapse', elsewhere)).body.code).toBe('NOT_FOUND');
    expect((await elsewhere.get('/api/year-ends/shown/commitments')).body.code).toBe('NOT_FOUND');
    const supervisor = await official(api, 'yl-oversight-1');
    expect((await propose('shown', 'lapse', supervisor)).body.code).toBe('NOT_ALLOWED');
    const { body } = await propose('shown', 'keep');
    expect([body.code, body.errors[0].field]).toEqual(['INVALID_INPUT', 'decision']);
  });

  describe('for a case whose payment is to be prepared', () => {
    const prepare = async (caseNo: string) => {
      const task = await api.db.task.create({
        data: { caseNo, strand: 'case', stage: 'paymentPreparation', role: 'paymentMaker', areaCode: '339901' },
      });
      const maker = await official(api, 'yl-maker-1');
      const said = { stage: 'paymentPreparation', verdict: 'prepare' };
      const { body } = await maker.post(`/api/tasks/${task.id}/decision`, said);
      await api.db.task.update({ where: { id: task.id }, data: { closedAt: new Date() } });
      return body.code;
    };

    test('stops it until the year is decided on', async () => {
      const [caseNo] = (await pastFund('stopped')) as [string];
      expect(await prepare(caseNo)).toBe('YEAR_CLOSED');
      await decided('stopped', 'lapse');
      // The engine is away: it was asked.
      expect(await prepare(caseNo)).toBe('UNAVAILABLE');
    });

    test('stops it where its money has lapsed and no other was found', async () => {
      const [caseNo] = (await pastFund('empty')) as [string];
      await api.db.$transaction(async (tx) => {
        const { allotmentId } = await tx.commitment.update({
          where: { caseNo_part: { caseNo, part: 'whole' } },
          data: { state: 'released', amountFen: 0 },
        });
        const [committed, available] = (['committed', 'available'] as const).map((kind) =>
          allotmentAccount(allotmentId, kind),
        );
        await post(tx, {
          key: `${caseNo}/gone`,
          kind: 'released',
          entries: { [committed!]: -10_000n, [available!]: 10_000n },
        });
      });
      await decided('empty', 'lapse');
      expect(await prepare(caseNo)).toBe('ALLOTMENT_LOW');
    });
  });

  test('a two-mountains fund keeps its share for the households over the years', async () => {
    await pastFund('hills', { twoMountains: true, forIncomeGrowth: true });
    const share = (await finance.get('/api/funds/hills')).body.incomeGrowth;
    expect(share).toMatchObject({ ofFen: 100_000, allottedFen: 90_000, shareBasisPoints: 9000, warning: null });
    await decided('hills');
    expect((await finance.get('/api/funds/hills')).body.incomeGrowth).toEqual(share);
    expect((await finance.get(`/api/funds/hills~${THIS_YEAR}`)).body.incomeGrowth).toEqual(share);
  });

  test('goes page by page, by year and by what is to be done', async () => {
    const first = (await finance.get('/api/year-ends?limit=3')).body;
    const rest = (await finance.get(`/api/year-ends?limit=100&cursor=${first.next}`)).body;
    const all = (await finance.get('/api/year-ends?limit=100')).body.items;
    expect([...first.items, ...rest.items]).toEqual(all.map(() => expect.anything()));
    const toDo = (await finance.get('/api/year-ends?decided=false&limit=100')).body.items;
    const done = (await finance.get('/api/year-ends?decided=true&limit=100')).body.items;
    expect(toDo.length + done.length).toBe(all.length);
    expect(toDo.every((row: { decided: unknown }) => row.decided === null)).toBe(true);
    expect((await finance.get('/api/year-ends?fiscalYear=2001')).body.items).toEqual([]);
  });
});
