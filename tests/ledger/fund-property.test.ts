import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LedgerAccountKind } from '../../domain/schemas/ledger.js';
import { moveCommitment } from '../../prisma/commitments.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openFund } from '../../prisma/ledger/funds.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { spend, spentBy } from '../../prisma/spending.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newCases } from './support/case-money.js';
import { madeOrder } from './support/made-order.js';
import { CASES, type Held, histories, type Money, type Step, take } from './support/fund-money.js';
import { decide, heldSince, LAST_YEAR, openPastFund, THIS_YEAR } from './support/past-year.js';

const RUNS = 25;
/** A case that is paid in two parts, which chance may not come upon. */
const IN_PARTS: Step[] = [
  { kind: 'reserve', place: 0, turn: 0, fen: 30_000 },
  { kind: 'commit', place: 0 },
  { kind: 'pay', place: 0, fen: 10_000 },
  { kind: 'pay', place: 0, fen: 10_000 },
];
const MANY = 12;
const FUND_FEN = 100_000;
/** Nothing is left on these once a year is decided on. */
const LEFT: LedgerAccountKind[] = ['unallotted', 'available', 'reserved', 'committed'];

describe('the money of a fund through its years', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, MANY);
  });
  afterAll(async () => await county?.close());

  const order = async (caseNo: string, attempt: number, fen: number) =>
    await madeOrder(county.db, county.keyring, {
      ...{ reference: `${caseNo}-P${attempt}`, caseNo, attempt, amountFen: BigInt(fen) },
    });
  const newMoney = async (turn: number): Promise<Money> => {
    const { db } = county;
    const [fundId, programmeCode] = [`any-${turn}`, `any-${turn}`];
    const fund = { name: fundId, source: 'county', purpose: '试验', areaCode: '339901', twoMountains: false } as const;
    const ofYear = { ...fund, id: fundId, fiscalYear: LAST_YEAR - 1, amountFen: BigInt(FUND_FEN) };
    await db.$transaction((tx) => openFund(tx, ofYear));
    const cases = await newCases(county.world, 'beekeeping', households.slice(0, CASES));
    await db.case.updateMany({ where: { caseNo: { in: cases } }, data: { programmeCode } });
    const held = cases.map((): Held => ({ state: 'nothing', openFen: 0, orders: [] }));
    return { db, programmeCode, cases, held, order, fundIds: [fundId] };
  };

  test('is never overdrawn, never lost; each case has what it was promised, whatever was decided about a year', async () => {
    let turn = 0;
    const seen = new Set<string>();
    const property = fc.asyncProperty(histories, async (steps) => {
      const money = await newMoney(turn++);
      for (const step of [{ kind: 'allot', fen: FUND_FEN / 2 } as const, ...steps]) await take(money, step);
      const { db, cases, held, fundIds } = money;
      for (const [place, caseNo] of cases.entries()) {
        const row = await db.commitment.findFirst({ where: { caseNo } });
        const { state, openFen, orders } = held[place]!;
        const spentFen = orders.reduce((sum, order) => sum + order.spentFen, 0);
        const leftFen = Number((row?.amountFen ?? 0n) - (row?.spentFen ?? 0n));
        expect([leftFen + Number(row?.waitingFen ?? 0n), Number(row?.spentFen ?? 0n)]).toEqual([openFen, spentFen]);
        expect(row?.state ?? 'released').toBe(state === 'nothing' ? (spentFen > 0 ? 'spent' : 'released') : state);
        for (const { reference, ...order } of orders)
          expect(Number((await spentBy(db, { reference, caseNo }))[0]?.fen ?? 0n)).toBe(order.spentFen);
        seen.add(state);
        if (orders.filter((order) => order.spentFen > 0).length > 1) seen.add('instalments');
        if (row && row.waitingFen > 0n) seen.add('waiting');
      }
      const accounts = await db.ledgerAccount.findMany({
        where: { fundId: { startsWith: fundIds[0]! } },
        include: { fund: { include: { yearEnd: true } } },
      });
      expect(accounts.every(({ kind, balanceFen }) => kind === 'source' || balanceFen >= 0n)).toBe(true);
      const decided = accounts.filter(({ fund, kind }) => fund.yearEnd && LEFT.includes(kind));
      expect(decided.every(({ balanceFen }) => balanceFen === 0n)).toBe(true);
      expect(await ledgerDifferences(db)).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true, examples: [[IN_PARTS]] });
    expect([...seen]).toEqual(expect.arrayContaining(['committed', 'instalments', 'nothing', 'reserved']));
  }, 600_000);

  test.each(['carryOver', 'lapse'] as const)(
    'goes on, while its year is decided on, in every case that is under way: %s',
    async (decision) => {
      const { db } = county;
      const fundId = `busy-${decision}`;
      const programmeCode = `busy-${decision}`;
      const past = { amountFen: 1_000_000n, allottedFen: 900_000n, programmeCode };
      const allotmentId = await openPastFund(db, fundId, past);
      const cases = await newCases(county.world, 'beekeeping', households);
      await db.case.updateMany({ where: { caseNo: { in: cases } }, data: { programmeCode } });
      for (const caseNo of cases) await heldSince(db, caseNo, allotmentId, 10_000n, 'reserved');
      await openPastFund(db, `${fundId}-anew`, { ...past, fiscalYear: THIS_YEAR });

      /** As an activity is: repeated until it is done. */
      const done = async (step: () => Promise<void>) => {
        for (let attempt = 0; ; attempt++) {
          try {
            return await step();
          } catch (error) {
            if (attempt > 20) throw error;
          }
        }
      };
      const walk = async (caseNo: string) => {
        const key = { key: `${caseNo}/committed` };
        await done(() => db.$transaction((tx) => moveCommitment(tx, caseNo, 'committed', key)));
        for (const instalment of [1, 2]) {
          const made = await order(caseNo, instalment, 5_000);
          await done(() => db.$transaction(async (tx) => void (await spend(tx, [made]))));
          await db.payment.update({ where: { reference: made.reference }, data: { state: 'credited' } });
        }
        for (const reference of [`${caseNo}-P1`, `${caseNo}-P2`])
          await done(() => db.$transaction((tx) => returnToFund(tx, { reference, caseNo, amountFen: 5_000n })));
      };
      await Promise.all([...cases.map(walk), done(() => decide(db, fundId, decision))]);
      const rows = await db.commitment.findMany({ where: { caseNo: { in: cases } }, include: { allotment: true } });
      expect(rows.map(({ state, amountFen }) => [state, amountFen])).toEqual(cases.map(() => ['committed', 10_000n]));
      expect(new Set(rows.map(({ allotment }) => allotment.fiscalYear))).toEqual(new Set([THIS_YEAR]));
      expect(await ledgerDifferences(db)).toEqual([]);
    },
  );
});
