import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { invariantsOf } from '../../cli/faults/invariants.js';
import { release } from '../../prisma/commitments.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { paidFen } from '../../prisma/recoveries.js';
import { bookSetOff } from '../../prisma/set-offs.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { inboxAbout } from './support/inbox.js';
import { orderedCase, orderOf } from './support/ordered-case.js';
import { household, official } from './support/people.js';
import { owing, PAID, PAYS } from './support/set-offs.js';
import type { Visitor } from './support/visitor.js';

type Owing = ReturnType<typeof owing>;
const WORDS = { words: '该户未按期退款，经两次催缴无果' };

describe('抵扣: what is owed under a claim is kept back of later payments', () => {
  let api: ApiAlone;
  let finance: Visitor;
  let supervisor: Visitor;
  let second: Visitor;
  let households: string[];
  let claimed: Owing['claimed'];
  let paying: Owing['paying'];
  let keepBack: Owing['keepBack'];
  let toldTo: Owing['toldTo'];
  beforeAll(async () => {
    api = await openApiAlone();
    ({ claimed, paying, keepBack, toldTo } = owing(api));
    finance = await official(api, 'yl-finance-2');
    supervisor = await official(api, 'yl-oversight-1');
    second = await official(api, 'yl-justice-1');
    households = await ordinaryHouseholds(api.db, 12);
  });
  afterAll(() => api?.close());

  const path = (caseNo: string, rest = '') => `/api/cases/${caseNo}/recovery/set-off${rest}`;
  const propose = (caseNo: string) => supervisor.post(path(caseNo), WORDS);
  const sign = (by: Visitor, caseNo: string, digest: string, agrees = true) =>
    by.post(path(caseNo, '/signature'), { digest, agrees });
  const withdraw = (caseNo: string) => supervisor.post(path(caseNo, '/withdrawal'), WORDS);
  const ordered = async (householdId: string, amountFen = PAID) => {
    const caseNo = await claimed(householdId, amountFen);
    const { body } = await propose(caseNo);
    expect((await sign(second, caseNo, body.digest)).body).toEqual({ caseNo, inForce: true });
    return caseNo;
  };
  test('is in force when two different people have signed it; whoever made the order or is related does not', async () => {
    const caseNo = await claimed(households[0]!);
    const proposed = await propose(caseNo);
    expect(proposed.body).toEqual({ caseNo, awaitsSecondSignature: true, digest: expect.any(String) });
    const { digest } = proposed.body;
    expect(await inboxAbout(second, caseNo)).toMatchObject([{ kind: 'setOff', stage: { code: 'setOffSignature' } }]);
    expect(await inboxAbout(supervisor, caseNo)).toEqual([]);
    expect((await sign(supervisor, caseNo, digest)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign(second, caseNo, 'ab'.repeat(32))).body.code).toBe('PROPOSAL_CHANGED');
    const reviewer = await official(api, 'yl-finance-1');
    expect((await sign(reviewer, caseNo, digest)).body.code).toBe('OWN_DECISION');
    expect((await second.post(path(caseNo), WORDS)).body.code).toBe('SET_OFF_THERE');
    expect(await keepBack(await paying(households[0]!))).toEqual([]);
    expect((await sign(second, caseNo, digest, false)).body).toEqual({ caseNo, inForce: false });
    expect(await inboxAbout(second, caseNo)).toEqual([]);
    const again = await propose(caseNo);
    const kin = { householdId: households[0]!, officialId: 'yl-justice-1', relation: '表亲' };
    const { id } = await api.db.kinship.create({ data: kin });
    expect((await sign(second, caseNo, again.body.digest)).body.code).toBe('KIN');
    await api.db.kinship.delete({ where: { id } });
    expect((await sign(second, caseNo, again.body.digest)).body.inForce).toBe(true);
    expect((await propose(caseNo)).body.code).toBe('SET_OFF_THERE');
    expect(await toldTo(households[0]!)).toEqual([expect.stringContaining('将从今后发放给您户的补助中按比例抵扣')]);
    const { body } = await finance.get(`/api/cases/${caseNo}/recovery`);
    expect(body).toMatchObject({
      setOff: { code: 'inForce' },
      setOffOrder: { words: WORDS.words, orderedBy: { office: '演练县扶贫监督办公室' }, digest: null },
    });
    const list = (await finance.get('/api/recoveries?setOff=inForce')).body.items;
    expect(list.map((item: { caseNo: string }) => item.caseNo)).toContain(caseNo);
  });

  test('is of claims in force alone: not of a proposed or a settled one, nor of one in another county', async () => {
    const caseNo = await orderedCase(api, { householdId: households[1]!, state: 'credited' });
    expect((await propose(caseNo)).body.code).toBe('NOT_FOUND');
    await api.db.recovery.create({
      data: { caseNo, amountFen: PAID, state: 'settled', closedAt: new Date() },
    });
    expect((await propose(caseNo)).body.code).toBe('CLAIM_SETTLED');
    const elsewhere = await official(api, 'ca-oversight-1');
    expect((await elsewhere.post(path(caseNo), WORDS)).body.code).toBe('OUT_OF_AREA');
    expect((await finance.post(path(caseNo), WORDS)).body.code).toBe('NOT_ALLOWED');
  });

  test('who may sign second hears of it by mail, of a claim as of a set-off; who proposed it does not', async () => {
    await api.db.official.updateMany({
      where: { id: { in: ['yl-oversight-1', 'yl-justice-1', 'yl-finance-2', 'yl-maker-1'] } },
      data: { email: 'somebody@example.invalid' },
    });
    const caseNo = await orderedCase(api, { householdId: households[2]!, state: 'credited' });
    const claim = { cause: 'falseClaim', amountFen: PAID, ...WORDS };
    const { digest } = (await supervisor.post(`/api/cases/${caseNo}/recovery`, claim)).body;
    await second.post(`/api/cases/${caseNo}/recovery/signature`, { digest, agrees: true });
    const { body } = await propose(caseNo);
    const mailedAbout = async (what: string) => {
      const rows = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `signature/${what}/` } } });
      return rows.map(({ dedupeKey, channel }) => [channel, dedupeKey.split('/').at(-1)]);
    };
    for (const what of [digest, body.digest]) {
      const told = await mailedAbout(what);
      expect(told).toEqual(
        expect.arrayContaining([
          ['mail', 'yl-justice-1'],
          ['mail', 'yl-finance-2'],
        ]),
      );
      expect(told.flat()).not.toContain('yl-oversight-1');
      expect(told.flat()).not.toContain('yl-maker-1');
    }
  });

  test('keeps at most half of a payment, once an order; both sides are booked and the household is told', async () => {
    const householdId = households[3]!;
    const claim = await ordered(householdId);
    const caseNo = await paying(householdId);
    const kept = [{ caseNo: claim, amountFen: 30_000 }];
    expect(await keepBack(caseNo)).toEqual(kept);
    expect(await keepBack(caseNo)).toEqual(kept);
    const own = await api.db.ledgerTransaction.findMany({
      where: { caseNo, kind: 'setOff' },
      include: { entries: true },
    });
    expect(
      own.map(({ key, entries }) => [key, entries.map(({ amountFen }) => amountFen).toSorted((a, b) => Number(a - b))]),
    ).toEqual([[`${caseNo}-P1/set-off/${claim}`, [-30_000n, 30_000n]]]);
    const commitments = await api.db.commitment.findMany({ where: { caseNo: { in: [caseNo, claim] } } });
    expect(new Map(commitments.map((held) => [held.caseNo, [held.spentFen, held.amountFen]]))).toEqual(
      new Map([
        [caseNo, [30_000n, BigInt(PAYS)]],
        [claim, [40_000n, 40_000n]],
      ]),
    );
    expect(await ledgerDifferences(api.db)).toEqual([]);
    const { body } = await finance.get(`/api/cases/${claim}/recovery`);
    expect(body).toMatchObject({
      recoveredFen: 30_000,
      receipts: [{ amountFen: 30_000, setOffAgainst: `${caseNo}-P1`, by: null }],
    });
    expect((await toldTo(householdId)).at(-1)).toContain(
      `您的补助${caseNo}本次抵扣300.00元，用于退回${claim}应退款项，尚欠400.00元`,
    );
    const reader = await household(api, householdId);
    const shown = (await reader.get(`/api/cases/${caseNo}`)).body;
    expect(shown.setOffs).toMatchObject([{ reference: `${caseNo}-P1`, claim, amountFen: 30_000 }]);
    expect(shown.ledger.map(({ kind }: { kind: { code: string } }) => kind.code)).toContain('setOff');
    const { entries } = (await reader.get(`/api/cases/${claim}/timeline`)).body;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(
      expect.arrayContaining(['claimOpened', 'setOffOrdered', 'claimReceipt']),
    );
  });

  test('settles the claim with the last of it; nothing more is kept back, and the household stands as others', async () => {
    const householdId = households[4]!;
    const claim = await ordered(householdId);
    const cash = { amountFen: 50_000, voucherNo: '票9001' };
    await finance.post(`/api/cases/${claim}/recovery/receipts`, cash);
    expect(await keepBack(await paying(householdId))).toEqual([{ caseNo: claim, amountFen: 20_000 }]);
    expect(await api.db.recovery.findUniqueOrThrow({ where: { caseNo: claim } })).toMatchObject({ state: 'settled' });
    const order = await api.db.payment.findUniqueOrThrow({ where: { reference: orderOf(claim) } });
    expect(order.state).toBe('recovered');
    expect((await toldTo(householdId)).at(-1)).toContain('已全部收回');
    expect(await keepBack(await paying(householdId, 'goats'))).toEqual([]);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('is withdrawn before it is used, with a reason, and may be ordered anew; once used it stays', async () => {
    const householdId = households[5]!;
    const claim = await ordered(householdId);
    expect((await withdraw(claim)).body).toMatchObject({
      setOff: { code: 'withdrawn' },
      setOffOrder: { withdrawnBy: { office: '演练县扶贫监督办公室' }, withdrawalWords: WORDS.words },
    });
    expect((await withdraw(claim)).body.code).toBe('NOT_FOUND');
    expect(await keepBack(await paying(householdId))).toEqual([]);
    const { body } = await propose(claim);
    await sign(second, claim, body.digest);
    expect(await keepBack(await paying(householdId, 'goats'))).toHaveLength(1);
    expect((await withdraw(claim)).body.code).toBe('SET_OFF_USED');
  });

  test('is never of relief, nor of the payment of another household', async () => {
    await ordered(households[6]!);
    expect(await keepBack(await paying(households[6]!, 'temporary-relief'))).toEqual([]);
    expect(await keepBack(await paying(households[7]!))).toEqual([]);
  });

  test('what was kept back can itself be claimed, and comes back like what was paid', async () => {
    const householdId = households[7]!;
    const first = await ordered(householdId, 30_000);
    const caseNo = await paying(householdId, 'goats');
    await keepBack(caseNo);
    await api.db.$transaction((tx) => release(tx, caseNo, { key: `${caseNo}/case/9` }));
    expect(await api.db.$transaction((tx) => paidFen(tx, caseNo))).toBe(30_000n);
    const claim = { cause: 'notEligible', amountFen: 30_000, ...WORDS };
    const { digest } = (await supervisor.post(`/api/cases/${caseNo}/recovery`, claim)).body;
    await second.post(`/api/cases/${caseNo}/recovery/signature`, { digest, agrees: true });
    const receipt = { amountFen: 30_000, voucherNo: '票9002' };
    const booked = await finance.post(`/api/cases/${caseNo}/recovery/receipts`, receipt);
    expect(booked.body).toMatchObject({ state: { code: 'settled' } });
    const { spentFen } = await api.db.commitment.findFirstOrThrow({ where: { caseNo } });
    expect([spentFen, first]).toEqual([0n, expect.any(String)]);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('is booked from the step where a restored database has lost it; a claim that is lost gets nothing', async () => {
    const householdId = households[8]!;
    const claim = await ordered(householdId);
    const caseNo = await paying(householdId);
    const other = await paying(householdId, 'goats');
    const kept = [{ caseNo: claim, amountFen: 30_000n }];
    const book = (order: string, of = kept) =>
      api.db.$transaction((tx) => bookSetOff(tx, api.keyring, { caseNo: order, reference: `${order}-P1` }, of));
    await book(caseNo);
    await book(caseNo);
    expect(await keepBack(caseNo)).toEqual([{ caseNo: claim, amountFen: 30_000 }]);
    await book(other, [{ caseNo: '339901-2026-999999-9', amountFen: 10_000n }]);
    expect((await api.db.commitment.findFirstOrThrow({ where: { caseNo: other } })).spentFen).toBe(10_000n);
    expect(await api.db.recoveryReceipt.count({ where: { caseNo: claim } })).toBe(1);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  const PROGRAMMES = ['poultry', 'goats', 'pigs', 'handicraft', 'tea-garden'];
  const events = fc.array(
    fc.record({
      kind: fc.constantFrom('pays', 'paysTwice', 'receipt' as const),
      amountFen: fc.integer({ min: 1, max: 60_000 }),
    }),
    { minLength: 2, maxLength: 5 },
  );

  test('however many payments and receipts come at once: never more than is owed, never above the limit, never twice', async () => {
    let round = 0;
    const property = fc.asyncProperty(events, fc.integer({ min: 1, max: PAID }), async (happens, owedFen) => {
      const householdId = households[9 + (round++ % 3)]!;
      await api.db.case.updateMany({ where: { householdId }, data: { running: false } });
      const claim = await ordered(householdId, owedFen);
      const payments = await Promise.all(
        happens.map(({ amountFen }, place) => paying(householdId, PROGRAMMES[place], amountFen)),
      );
      await Promise.all(
        happens.map(async ({ kind, amountFen }, place) => {
          const caseNo = payments[place]!;
          const receipt = { amountFen, voucherNo: `票${randomUUID().slice(0, 8)}` };
          if (kind === 'receipt') return await finance.post(`/api/cases/${claim}/recovery/receipts`, receipt);
          const again = kind === 'paysTwice' ? [1, 2] : [1];
          const answers = await Promise.all(again.map(() => keepBack(caseNo, amountFen)));
          const fen = (kept: (typeof answers)[number]) => kept.reduce((sum, one) => sum + one.amountFen, 0);
          expect(answers.every((kept) => fen(kept) <= Math.floor(amountFen / 2))).toBe(true);
        }),
      );
      const receipts = await api.db.recoveryReceipt.findMany({ where: { caseNo: claim } });
      const backFen = receipts.reduce((sum, { amountFen }) => sum + Number(amountFen), 0);
      const { state } = await api.db.recovery.findUniqueOrThrow({ where: { caseNo: claim } });
      expect(backFen).toBeLessThanOrEqual(owedFen);
      expect(state).toBe(backFen === owedFen ? 'settled' : 'open');
      const against = receipts.flatMap(({ setOffAgainst }) => setOffAgainst ?? []);
      expect(new Set(against).size).toBe(against.length);
      for (const caseNo of payments) {
        const own = receipts.filter(({ setOffAgainst }) => setOffAgainst === `${caseNo}-P1`);
        const { spentFen } = await api.db.commitment.findFirstOrThrow({ where: { caseNo } });
        expect(spentFen).toBe(own.reduce((sum, { amountFen }) => sum + amountFen, 0n));
      }
      expect(await ledgerDifferences(api.db)).toEqual([]);
      await api.db.setOffOrder.updateMany({
        where: { caseNo: claim },
        data: { state: 'withdrawn', withdrawnById: 'yl-oversight-1', withdrawnAt: new Date() },
      });
    });
    await fc.assert(property, { numRuns: 6, endOnFailure: true });
  }, 120_000);

  test('the invariants of the money know it', async () => {
    const payments = await api.db.payment.findMany({ where: { state: { in: ['credited', 'recovered'] } } });
    const bookings = payments.map(({ reference, amountFen }, index) => ({
      ...{ line: index + 1, reference, amountFen: Number(amountFen), says: 'credited' as const },
    }));
    const cases = await api.db.commitment.findMany();
    for (const { caseNo, spentFen, amountFen } of cases) {
      await api.db.case.update({
        where: { caseNo },
        data: { amountFen: spentFen > amountFen ? spentFen : BigInt(PAID) },
      });
    }
    const found = await invariantsOf(api.db, bookings);
    const ofMoney = found.filter(
      ({ en }) => en.includes('paid is at most') || en.includes('net credits') || en.includes('ledger'),
    );
    expect(ofMoney.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
