import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcileDueDays } from '../../activities/sweeps/reconcile-days.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import type { PaymentState } from '../../prisma/generated/enums.js';
import { orderedCase, orderOf } from '../api/support/ordered-case.js';
import { at, BankDay, credited, daysAgo } from './support/bank-day.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

const COUNTY = '339901';

describe('对账: every day the bank’s statement against the ledger', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let swept: Swept;
  let bank: BankDay;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    // Nothing here is told to a case.
    swept = { ...county, cases: undefined as unknown as Swept['cases'] };
    bank = new BankDay(swept);
    households = await ordinaryHouseholds(county.db, 20);
  });
  afterAll(() => county?.close());

  const order = async (state: PaymentState = 'sent'): Promise<string> =>
    orderOf(await orderedCase(county, { householdId: households.pop()!, state }));
  const rowOf = (date: string) =>
    county.db.reconciliation.findUnique({
      where: { countyCode_date: { countyCode: COUNTY, date } },
      include: { lines: { orderBy: { line: 'asc' } } },
    });
  const found = (date: string) =>
    county.db.discrepancy.findMany({
      where: { cause: { startsWith: `statement/${date}/` } },
      orderBy: { cause: 'asc' },
    });

  test('without a statement a day is left alone until the bank has had its time; then all of it is missing there', async () => {
    const [fresh, due] = [daysAgo(1), daysAgo(3)];
    const [young, old] = [await order(), await order()];
    await bank.results(credited(young, fresh), credited(old, due));
    await bank.reconcile();
    await reconcileDueDays(swept, 50);
    expect(await rowOf(due)).toMatchObject({ missingAtBank: 1, statements: [], complete: true });
    expect(await found(due)).toMatchObject([{ kind: 'missingAtBank', reference: old, fileId: null }]);
    expect([await rowOf(fresh), await found(fresh)]).toEqual([null, []]);
    await bank.statement(fresh, credited(young, fresh));
    await bank.reconcile();
    expect(await rowOf(fresh)).toMatchObject({ matched: 1, missingAtBank: 0 });
  });

  test('what the statement and the ledger have is matched', async () => {
    const date = daysAgo(20);
    const [one, other] = [await order(), await order()];
    await bank.results(credited(one, date), credited(other, date));
    await bank.statement(date, credited(other, date), credited(one, date));
    await bank.reconcile();
    expect(await rowOf(date)).toMatchObject({
      ...{ matched: 2, matchedFen: 140_000n, missingAtBank: 0, missingHere: 0, amountDiffers: 0, complete: true },
      lines: [one, other].toSorted().map((reference) => ({ fit: 'matched', reference, ourFen: 70_000n, cause: null })),
    });
    expect(await found(date)).toEqual([]);
  });

  test('what only one of them has, or with another amount, is a discrepancy, once however often it is found', async () => {
    const date = daysAgo(22);
    const [paid, missing, differs] = [await order(), await order(), await order()];
    await bank.results(credited(paid, date), credited(missing, date), credited(differs, date));
    const lines = [credited(paid, date), credited(differs, date, 69_999), credited('339901-2026-999999-9-P1', date)];
    await bank.statement(date, ...lines);
    await bank.reconcile();
    await bank.statement(date, ...lines, credited('X-FOREIGN', date, 5));
    await bank.reconcile();
    expect(await rowOf(date)).toMatchObject({ matched: 1, missingAtBank: 1, missingHere: 1, amountDiffers: 1 });
    expect(
      (await found(date)).map((one) => [one.kind, one.countyCode, one.reference, one.ourFen, one.bankFen]),
    ).toEqual(
      expect.arrayContaining([
        ['missingAtBank', COUNTY, missing, 70_000n, null],
        ['amountDiffers', COUNTY, differs, 70_000n, 69_999n],
        ['missingHere', COUNTY, '339901-2026-999999-9-P1', null, 70_000n],
        ['missingHere', '', 'X-FOREIGN', null, 5n],
      ]),
    );
    expect(await found(date)).toHaveLength(4);
  });

  test('a second credit of the same order is found, on the same day or on the next', async () => {
    const [date, next] = [daysAgo(31), daysAgo(30)];
    const [sameDay, nextDay] = [await order(), await order()];
    await bank.results(credited(sameDay, date), credited(nextDay, date));
    await bank.statement(date, credited(sameDay, date), credited(sameDay, date), credited(nextDay, date));
    await bank.statement(next, credited(nextDay, next));
    await bank.reconcile();
    expect((await found(date)).map(({ kind, reference }) => [kind, reference])).toEqual([['missingHere', sameDay]]);
    expect((await found(next)).map(({ kind, reference }) => [kind, reference])).toEqual([['missingHere', nextDay]]);
  });

  test('a booking that the bank has on the day before or after is matched there, and not missing on its own', async () => {
    const [date, next] = [daysAgo(41), daysAgo(40)];
    const late = await order();
    await bank.results(credited(late, date));
    await bank.statement(date);
    await bank.statement(next, credited(late, next));
    await bank.reconcile();
    expect(await rowOf(date)).toMatchObject({ matched: 0, missingAtBank: 0 });
    expect(await rowOf(next)).toMatchObject({ matched: 1, missingHere: 0 });
    expect([...(await found(date)), ...(await found(next))]).toEqual([]);
  });

  test('a statement is no result: an order on its way is waited for until the day after, and not posted by it', async () => {
    const date = daysAgo(1);
    const reference = await order();
    await bank.statement(date, credited(reference, date));
    await bank.reconcile();
    const early = await rowOf(date);
    const missing = expect.objectContaining({ fit: 'missingHere', reference, cause: expect.any(String) });
    expect(early).toMatchObject({ missingHere: 1, lines: expect.arrayContaining([missing]) });
    expect(await found(date)).toEqual([]);
    expect((await county.db.payment.findUniqueOrThrow({ where: { reference } })).state).toBe('sent');
    await bank.results(credited(reference, date));
    await bank.reconcile();
    const late = await rowOf(date);
    expect(late).toMatchObject({ matched: 2, missingHere: 0 });
    expect(late!.digest).not.toBe(early!.digest);
  });

  test('what is explained by a later result settles itself', async () => {
    const date = daysAgo(15);
    const reference = await order();
    await bank.statement(date, credited(reference, date));
    await bank.reconcile();
    expect(await found(date)).toMatchObject([{ kind: 'missingHere', settledAt: null }]);
    await bank.results(credited(reference, date));
    await bank.reconcile();
    expect(await found(date)).toMatchObject([{ settlement: 'STATEMENT_AGREES', settledById: null }]);
  });

  test('where the bank has paid what never left, nothing more of the case leaves until somebody has looked', async () => {
    const date = daysAgo(17);
    const reference = await order('checked');
    const caseNo = reference.slice(0, -3);
    await bank.statement(date, credited(reference, date));
    await bank.reconcile();
    expect(await county.db.hold.findMany({ where: { subject: caseNo } })).toMatchObject([{ byId: null, kind: 'case' }]);
    await county.db.hold.updateMany({ where: { subject: caseNo }, data: { liftedAt: new Date() } });
    await bank.statement(date, credited(reference, date), credited('Y-FOREIGN', date, 7));
    await bank.reconcile();
    expect(await county.db.hold.count({ where: { subject: caseNo, liftedAt: null } })).toBe(0);
  });

  test('a signed day is never changed: what a later statement brings is a new discrepancy', async () => {
    const date = daysAgo(25);
    const reference = await order();
    await bank.results(credited(reference, date));
    await bank.statement(date, credited(reference, date));
    await bank.reconcile();
    const where = { countyCode_date: { countyCode: COUNTY, date } };
    await county.db.reconciliation.update({ where, data: { signedById: 'yl-finance-1', signedAt: new Date() } });
    const signed = await rowOf(date);
    await bank.statement(date, credited(reference, date), credited('339901-LATER', date));
    await bank.reconcile();
    expect(await rowOf(date)).toEqual(signed);
    expect(await found(date)).toMatchObject([{ kind: 'missingHere', reference: '339901-LATER', settledAt: null }]);
    await expect(county.db.reconciliation.update({ where, data: { matched: 2 } })).rejects.toThrow(/signed/);
    await expect(county.db.reconciliationLine.deleteMany({ where: { date } })).rejects.toThrow(/signed/);
  });

  test('a statement of the day so far is not expected to have what was booked after it', async () => {
    const today = daysAgo(0);
    const [first, second] = [await order(), await order()];
    const [early, later] = [
      { ...credited(first, today), bookedAt: at(today, 0) },
      { ...credited(second, today), bookedAt: at(today, 0.001) },
    ];
    await bank.results(early, later);
    await bank.statement(today, early);
    await bank.reconcile();
    expect(await rowOf(today)).toMatchObject({ matched: 1, missingAtBank: 0, complete: false });
    await bank.statement(today, early, later);
    await bank.reconcile();
    expect(await rowOf(today)).toMatchObject({ matched: 2, missingAtBank: 0 });
    expect(await found(today)).toEqual([]);
  });

  test('money that came back is matched as a movement of its own, also where it was never credited', async () => {
    const date = daysAgo(12);
    const [came, refused] = [await order(), await order()];
    const back = (reference: string) => ({
      ...credited(reference, date),
      says: 'returned' as const,
      reasonCode: 'ACCOUNT_CLOSED',
    });
    await bank.results(credited(came, date), back(refused));
    await bank.results(back(came));
    await bank.statement(date, credited(came, date), back(came));
    await bank.reconcile();
    expect(await rowOf(date)).toMatchObject({ matched: 2, missingAtBank: 0 });
    await bank.statement(date, credited(came, date), back(came), back(refused));
    await bank.reconcile();
    expect(await rowOf(date)).toMatchObject({ matched: 3, missingAtBank: 0, missingHere: 0 });
    expect(await found(date)).toEqual([]);
  });
});
