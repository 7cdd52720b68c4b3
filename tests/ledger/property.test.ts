import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allot } from '../../prisma/ledger/funds.js';
import { balancesOf } from '../../prisma/ledger/balances.js';
import { reserve } from '../../activities/reserve.js';
import { BEARERS, splitFen } from '../../domain/rules/funding.js';
import { lowerCommitment, moveCommitment, release } from '../../prisma/commitments.js';
import type { AllotmentAccount } from '../../prisma/ledger/accounts.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { recoverToFund } from '../../prisma/ledger/recovered.js';
import { type CreditedOrder, spend } from '../../prisma/spending.js';
import { newVersion } from '../support/new-version.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { leaveAvailable, openBooks, shown } from './support/books.js';
import { type Held, histories, live, newCases } from './support/case-money.js';
import { madeOrder } from './support/made-order.js';

const CASES = 12;
const RUNS = 5;
const programmeCode = 'beekeeping';

describe('the money of many cases at once', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  const held: Held[] = [];
  const moments: { at: Date; balances: string }[] = [];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, CASES);
    await leaveAvailable(county.db, `339901-${new Date().getUTCFullYear()}-${programmeCode}`, 400_000n);
    await openBooks(county.db, 'second', 1_000_000n, [{ programmeCode, amountFen: 700_000n }]);
  });
  afterAll(async () => await county?.close());

  const heldAs = (state: Held['state']) =>
    held.filter((one) => one.state === state).reduce((sum, { fen }) => sum + fen, 0);
  const balances = async (at?: Date) => {
    const rows = await balancesOf(county.db, { OR: [{ allotment: { programmeCode } }, { fundId: 'second' }] }, at);
    return rows.map(
      ({ kind, fundId, allotment, balanceFen }) => [fundId, allotment?.id ?? '', kind, balanceFen] as const,
    );
  };
  const text = (rows: Awaited<ReturnType<typeof balances>>) => rows.map(String).toSorted().join('\n');
  const sum = (rows: Awaited<ReturnType<typeof balances>>, kind: string) =>
    Number(rows.filter((row) => row[2] === kind).reduce((total, [, , , fen]) => total + fen, 0n));

  test('is never overdrawn, never lost, and always what the entries sum to', async () => {
    const property = fc.asyncProperty(histories(CASES), async (lives) => {
      const cases = await newCases(county.world, programmeCode, households);
      held.push(...(await Promise.all(lives.map((steps, index) => live(county.world, cases[index]!, steps)))));
      const rows = await balances();
      for (const state of ['reserved', 'committed', 'spent'] as const) expect(sum(rows, state)).toBe(heldAs(state));
      expect(rows.every(([, , kind, fen]) => kind === 'source' || fen >= 0n)).toBe(true);
      expect(await ledgerDifferences(county.db)).toEqual([]);
      const [clock] = await county.db.$queryRaw<[{ at: Date }]>`SELECT clock_timestamp()::timestamptz(3) AS at`;
      moments.push({ at: clock.at, balances: text(rows) });
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    expect(held.length).toBe(RUNS * CASES);
  }, 300_000);

  test('can be had as it was at any moment in the past', async () => {
    expect(new Set(moments.map((moment) => moment.balances)).size).toBeGreaterThan(1);
    for (const { at, balances: then } of moments) expect(text(await balances(at))).toBe(then);
    const before = await balances(new Date(0));
    expect(before.every(([, , , fen]) => fen === 0n)).toBe(true);
  });

  test('is allotted no further than the fund goes, by however many documents at once', async () => {
    const fund = await county.db.fund.findUniqueOrThrow({ where: { id: 'second' } });
    const document = (place: number) => ({
      ...{
        id: `more-${place}`,
        fundId: fund.id,
        fiscalYear: fund.fiscalYear,
        documentNo: `${place}`,
        accountCode: '1',
      },
      ...{ countyCode: '339901', programmeCode: 'pigs', amountFen: 100_000n, forIncomeGrowth: false },
    });
    const answers = await Promise.allSettled(
      [1, 2, 3, 4, 5].map((place) => county.db.$transaction((tx) => allot(tx, document(place)))),
    );
    expect(answers.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
    const refused = answers.filter((answer) => answer.status === 'rejected');
    expect(refused.every(({ reason }) => String(reason).includes('LedgerAccount_never_overdrawn'))).toBe(true);
    expect(await county.db.allotment.count({ where: { fundId: fund.id } })).toBe(4);
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('is borne by several as their programme says: every part by its share, whatever becomes of the case', async () => {
    const { db, world, keyring } = county;
    const funding = { province: 5_000, city: 2_000, county: 3_000 };
    await newVersion(db, 'goats', { code: 'borne', funding });
    for (const source of BEARERS)
      await openBooks(db, `borne-${source}`, 10_000_000n, [{ programmeCode: 'borne', amountFen: 10_000_000n }], {
        source,
      });
    const ids = BEARERS.map((source) => `borne-${source}-0`);
    const on = async (kind: AllotmentAccount) => await Promise.all(ids.map((id) => shown(db, id, kind)));
    const property = fc.asyncProperty(
      fc.integer({ min: 1, max: 400_000 }),
      fc.nat(),
      fc.nat(),
      async (fen, low, part) => {
        const before = { committed: await on('committed'), spent: await on('spent'), available: await on('available') };
        const [caseNo] = (await newCases(world, 'borne', households.slice(0, 1))) as [string];
        const split = BEARERS.map((bearer) => BigInt(splitFen(fen, funding)[bearer]));
        const plus = (fens: readonly bigint[], more: readonly bigint[]) => fens.map((one, place) => one + more[place]!);
        const sum = (fens: readonly bigint[]) => fens.reduce((all, one) => all + one, 0n);
        const cause = (seq: number) => ({ key: `${caseNo}/case/${seq}` });

        expect(await reserve(world, caseNo, fen)).toEqual({ kind: 'reserved' });
        expect(await reserve(world, caseNo, fen)).toEqual({ kind: 'reserved' });
        await db.$transaction((tx) => moveCommitment(tx, caseNo, 'committed', cause(1)));
        expect(await on('committed')).toEqual(plus(before.committed, split));
        const accepted = 1 + (low % fen);
        await db.$transaction((tx) => lowerCommitment(tx, caseNo, BigInt(accepted), cause(2)));
        expect(sum(await on('committed')) - sum(before.committed)).toBe(BigInt(accepted));

        const first = 1 + (part % accepted);
        const amounts = [first, accepted - first].filter((amountFen) => amountFen > 0);
        const orders: CreditedOrder[] = [];
        for (const [place, amountFen] of amounts.entries()) {
          const order = { reference: `${caseNo}-P${place + 1}`, caseNo, amountFen: BigInt(amountFen) };
          await madeOrder(db, keyring, { ...order, attempt: place + 1 });
          const answers = await Promise.all([order, order].map((one) => db.$transaction((tx) => spend(tx, [one]))));
          expect(answers).toEqual([[], []]);
          await db.payment.update({ where: { reference: order.reference }, data: { state: 'credited' } });
          orders.push(order);
        }
        const spent = plus(
          await on('spent'),
          before.spent.map((one) => -one),
        );
        expect(sum(spent)).toBe(BigInt(accepted));
        const exact = BEARERS.map((bearer) => (BigInt(accepted) * BigInt(funding[bearer])) / 10_000n);
        for (const [place, one] of spent.entries())
          expect(one - exact[place]! <= 3n && exact[place]! - one <= 3n).toBe(true);
        expect(await ledgerDifferences(db)).toEqual([]);

        await db.$transaction((tx) => returnToFund(tx, orders[0]!));
        await db.payment.update({ where: { reference: orders[0]!.reference }, data: { state: 'returned' } });
        expect(sum(await on('committed')) - sum(before.committed)).toBe(orders[0]!.amountFen);
        const left = BigInt(accepted) - orders[0]!.amountFen;
        const claim = { receiptId: `${caseNo}/receipt`, caseNo };
        expect(await db.$transaction((tx) => recoverToFund(tx, { ...claim, amountFen: left + 1n }))).toBe(false);
        if (left > 0n)
          expect(await db.$transaction((tx) => recoverToFund(tx, { ...claim, amountFen: left }))).toBe(true);
        await db.$transaction((tx) => release(tx, caseNo, cause(3)));
        expect({
          committed: await on('committed'),
          spent: await on('spent'),
          available: await on('available'),
        }).toEqual(before);
        expect(await ledgerDifferences(db)).toEqual([]);
      },
    );
    await fc.assert(property, {
      numRuns: 10,
      endOnFailure: true,
      examples: [
        [1, 0, 0],
        [3, 1, 1],
        [333_333, 7, 2],
      ],
    });
  }, 120_000);

  test('is short where one of those who bear it has too little, and then nothing is set aside', async () => {
    const { db, world } = county;
    await leaveAvailable(db, 'borne-city-0', 10n);
    const [caseNo] = (await newCases(world, 'borne', households.slice(0, 1))) as [string];
    expect(await reserve(world, caseNo, 100_000)).toEqual({ kind: 'short', of: ['city'] });
    expect(await db.commitment.count({ where: { caseNo } })).toBe(0);
    expect(await reserve(world, caseNo, 50)).toEqual({ kind: 'reserved' });
    const held = await db.commitment.findMany({ where: { caseNo }, orderBy: { part: 'asc' } });
    expect(held.map(({ part, amountFen }) => [part, amountFen])).toEqual([
      ['province', 25n],
      ['city', 10n],
      ['county', 15n],
    ]);
  });
});
