import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { collectReports } from '../../activities/sweeps/collect-reports.js';
import type { BankReport } from '../../bank/bank.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openCounty } from './support/county-at-work.js';
import { manyOrders, ORDER_FEN } from './support/many-orders.js';
import { line, reportingBank } from './support/reporting-bank.js';

describe('Orders that the bank names without an amount', () => {
  const reporting = reportingBank();
  const bank = {
    ...reporting,
    readReport: (_name: string, bytes: Uint8Array) => JSON.parse(Buffer.from(bytes).toString()) as BankReport,
  };
  let county: Awaited<ReturnType<typeof openCounty>>;
  beforeAll(async () => {
    county = await openCounty(bank);
  });
  afterAll(async () => await county?.close());
  afterEach(async () => expect(await ledgerDifferences(county.db)).toEqual([]));

  const hear = async (name: string, report: Omit<BankReport, 'kind'>) => {
    reporting.reports.set(name, Buffer.from(JSON.stringify({ kind: 'results', ...report })));
    await collectReports({ ...county, bank, cases: undefined as never }, 50);
  };
  const bare = (says: 'credited' | 'returned', reference: string) => {
    const { amountFen, ...word } = line(says, reference);
    expect(amountFen).toBe(ORDER_FEN);
    return word;
  };

  test('are heard as of the amount that was ordered, beside those that have one', async () => {
    const [paid, back, priced] = (await manyOrders(county.db, { howMany: 3 })) as [string, string, string];
    await hear('mixed', {
      lines: [line('credited', priced)],
      unpriced: [bare('credited', paid), bare('returned', back)],
    });
    const rows = await county.db.payment.findMany({ where: { reference: { in: [paid, back, priced] } } });
    const states = new Map(rows.map(({ reference, state }) => [reference, state]));
    expect([paid, back, priced].map((reference) => states.get(reference))).toEqual([
      'credited',
      'returned',
      'credited',
    ]);
    const file = await county.db.bankFile.findFirstOrThrow({ where: { name: 'mixed' } });
    expect(file).toMatchObject({ lines: 3, posted: 3, sumFen: BigInt(3 * ORDER_FEN) });
  });

  test('that are none of ours are a discrepancy like any other', async () => {
    await hear('foreign', { lines: [], unpriced: [bare('credited', '339901-2026-999999-0-P1')] });
    const found = await county.db.discrepancy.findMany({ where: { reference: '339901-2026-999999-0-P1' } });
    expect(found).toMatchObject([{ kind: 'foreign' }]);
  });
});
