import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BANK_SAYS, hear, type SpokenOf } from '../../domain/rules/bank-words.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { caseOf, ORDER_FEN } from './support/many-orders.js';
import { line } from './support/reporting-bank.js';
import { counting, dyingAt, reportsCounty } from './support/reports-county.js';

describe('reports with many lines', () => {
  const county = reportsCounty();
  const { bank, collect, orders, postedOf, statesOf, effectsOf } = county;
  beforeAll(county.open);
  afterAll(county.close);
  afterEach(async () => {
    expect(await ledgerDifferences(county.db)).toEqual([]);
    bank.reports.clear();
  });

  test('go on where a killed worker left them', async () => {
    const references = await orders(450);
    bank.report(
      'killed',
      references.map((reference) => line('credited', reference)),
    );
    // Storing it is the first transaction, then come its chunks.
    await expect(collect({ db: dyingAt(county.db, 3) })).rejects.toThrow('killed');
    expect(await postedOf('killed')).toBe(200);
    expect(await ledgerDifferences(county.db)).toEqual([]);
    await collect();
    expect([await postedOf('killed'), new Set(await statesOf(references))]).toEqual([450, new Set(['credited'])]);
    expect(await effectsOf(references)).toEqual(references.map(() => 'posted'));
  });

  test('are posted once by two workers at once', async () => {
    const references = await orders(450);
    bank.report(
      'both',
      references.map((reference) => line('credited', reference)),
    );
    await Promise.all([collect(), collect()]);
    await collect();
    expect(await effectsOf(references)).toEqual(references.map(() => 'posted'));
  });

  test('5000 of them are posted with as many questions to the database as their chunks need, however many lines those have', async () => {
    const [few, chunk, many] = [await posted('few', 2), await posted('chunk', 200), await posted('many', 5000)];
    expect(chunk).toBe(few);
    expect(many).toBeLessThanOrEqual(25 * chunk);
  });

  /** Has a report posted, half of it returned: how many questions the database was asked for it. */
  const posted = async (name: string, howMany: number) => {
    const references = await orders(howMany);
    bank.report(
      name,
      references.map((reference, index) => line(index % 2 === 0 ? 'returned' : 'credited', reference)),
    );
    const { db, asked } = counting(county.db);
    await collect({ db });
    expect(await postedOf(name)).toBe(howMany);
    const halves = references.map((_, index) => (index % 2 === 0 ? 'returned' : 'credited'));
    expect(await statesOf(references)).toEqual(halves);
    return asked();
  };

  test('that cannot be fetched hold up no others, and what is kept is posted while the bank is away', async () => {
    const [one, other] = (await orders(2)) as [string, string];
    bank.report('lost', [line('credited', one)]);
    bank.report('there', [line('credited', other)]);
    const fetchReport = (name: string) =>
      name === 'lost' ? Promise.reject(new Error('gone')) : bank.fetchReport(name);
    await expect(collect({ bank: { ...bank, fetchReport } })).rejects.toThrow('gone');
    expect(await statesOf([one, other])).toEqual(['sent', 'credited']);
    const [late] = (await orders(1)) as [string];
    bank.reports.clear();
    bank.report('kept', [line('credited', late)]);
    await expect(collect({ db: dyingAt(county.db, 2) })).rejects.toThrow('killed');
    const listReports = () => Promise.reject(new Error('away'));
    await expect(collect({ bank: { ...bank, listReports } })).rejects.toThrow('away');
    expect(await statesOf([one, late])).toEqual(['sent', 'credited']);
  });

  test('whatever they say, in whatever order, leave the books as the orders are', async () => {
    const references = await orders(30);
    const word = fc.record({
      reference: fc.constantFrom(...references, '339901-NOBODY-1'),
      says: fc.constantFrom(...BANK_SAYS),
      amountFen: fc.oneof({ weight: 5, arbitrary: fc.constant(ORDER_FEN) }, { weight: 1, arbitrary: fc.constant(1) }),
      day: fc.integer({ min: 1, max: 9 }),
    });
    const [reports] = fc.sample(fc.array(fc.array(word, { maxLength: 40 }), { minLength: 8, maxLength: 8 }), {
      seed: 20_261_123,
      numRuns: 1,
    });
    const told = new Map<string, SpokenOf>(
      references.map((reference) => [reference, { state: 'sent', amountFen: ORDER_FEN }]),
    );
    for (const [index, words] of reports!.entries()) {
      const lines = words.map(({ reference, says, amountFen, day }) =>
        line(says, reference, { amountFen, bookedAt: `2026-03-0${day}T02:00:00.000Z` }),
      );
      bank.report(`random-${index}`, lines);
      await Promise.all([collect(), collect()]);
      for (const { reference, says, amountFen, bookedAt } of lines) {
        const before = told.get(reference);
        if (before) told.set(reference, hear({ says, amountFen, bookedAt: Date.parse(bookedAt) }, before).order);
      }
      expect(await statesOf(references)).toEqual(references.map((reference) => told.get(reference)!.state));
      const spent = references.filter((reference) => told.get(reference)!.state === 'credited');
      const commitments = await county.db.commitment.findMany({
        where: { caseNo: { in: references.map(caseOf) }, state: 'spent' },
      });
      expect(new Set(commitments.map(({ caseNo }) => caseNo))).toEqual(new Set(spent.map(caseOf)));
      expect(await ledgerDifferences(county.db)).toEqual([]);
    }
  });
});
