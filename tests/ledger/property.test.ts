import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { allot } from '../../prisma/ledger/funds.js';
import { balancesOf } from '../../prisma/ledger/balances.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { leaveAvailable, openBooks } from './support/books.js';
import { type Held, histories, live, newCases } from './support/case-money.js';

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
});
