import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { collectReports } from '../../activities/sweeps/collect-reports.js';
import type { BankReport } from '../../bank/bank.js';
import { iso20022Format } from '../../bank/formats/iso20022/format.js';
import { iso20022Side } from '../../bank/simulator/iso20022/side.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openMessage } from '../../prisma/outbox.js';
import { DEBTORS } from '../bank/formats/debtors.js';
import { openCounty } from './support/county-at-work.js';
import { manyOrders } from './support/many-orders.js';
import { line, reportingBank } from './support/reporting-bank.js';

describe('A file that the bank refuses whole, days after it took it', () => {
  const reporting = reportingBank();
  const bank = { ...reporting, readReport: iso20022Format(DEBTORS).readReport.bind(undefined) };
  let county: Awaited<ReturnType<typeof openCounty>>;
  let batches = 0;
  beforeAll(async () => {
    county = await openCounty(bank);
  });
  afterAll(async () => await county?.close());
  afterEach(async () => {
    expect(await ledgerDifferences(county.db)).toEqual([]);
    reporting.reports.clear();
  });

  /** A batch that the bank has taken, and its orders. */
  const takenBatch = async (howMany: number) => {
    const no = `339901-B20260302-${(batches += 1)}`;
    const references = await manyOrders(county.db, { howMany, state: 'accepted' });
    const times = { startedAt: new Date(), sentAt: new Date(), takenAt: new Date() };
    await county.db.paymentBatch.create({ data: { no, countyCode: '339901', state: 'taken', ...times } });
    await county.db.payment.updateMany({ where: { reference: { in: references } }, data: { batchNo: no } });
    return { no, references };
  };
  const collect = () => collectReports({ ...county, bank, cases: undefined as never }, 50);
  const report = (what: string, told: Omit<BankReport, 'kind'>) =>
    void reporting.reports.set(
      `${what}-${told.batchNo}`,
      iso20022Side(DEBTORS).writeReport({ kind: 'results', ...told }),
    );
  const rowsOf = (references: string[]) =>
    county.db.payment.findMany({ where: { reference: { in: references } }, orderBy: { reference: 'asc' } });
  const batchOf = (no: string) => county.db.paymentBatch.findUniqueOrThrow({ where: { no } });

  test('lets every order wait for another batch, and the supervisor is told why', async () => {
    const { no, references } = await takenBatch(3);
    report('refusal', { batchNo: no, refusesFile: 'FF01', lines: [] });
    await collect();
    for (const row of await rowsOf(references)) expect(row).toMatchObject({ state: 'checked', batchNo: null });
    expect(await batchOf(no)).toMatchObject({ state: 'empty', endedAt: expect.any(Date) });
    const letters = await county.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `refused/${no}/` } } });
    expect(letters.map((row) => openMessage(county.keyring, row).text)).toContainEqual(
      expect.stringContaining(`支付批次${no}的文件被银行整体拒收（FF01），没有一笔付出`),
    );
  });

  test('brings back by itself only the order that it was refused for', async () => {
    const { no, references } = await takenBatch(2);
    const [bad, good] = references as [string, string];
    report('refusal', { batchNo: no, refusesFile: 'RJCT', lines: [line('returned', bad)] });
    await collect();
    const states = (await rowsOf(references)).map(({ reference, state, returnedReason }) => [
      ...[reference, state, returnedReason],
    ]);
    expect(states).toContainEqual([bad, 'returned', 'ACCOUNT_CLOSED']);
    expect(states).toContainEqual([good, 'checked', null]);
    expect(await county.db.discrepancy.count({ where: { reference: bad } })).toBe(0);
  });

  test('told again, or after its orders went with another batch, changes nothing more', async () => {
    const { no, references } = await takenBatch(1);
    report('refusal', { batchNo: no, refusesFile: 'FF01', lines: [] });
    await collect();
    await county.db.payment.updateMany({ where: { reference: { in: references } }, data: { state: 'sent' } });
    report('again', { batchNo: no, refusesFile: 'FF02', lines: [] });
    await collect();
    expect(await rowsOf(references)).toMatchObject([{ state: 'sent' }]);
  });

  test('is a contradiction where the bank has credited one of its orders: nothing is sent again', async () => {
    const { no, references } = await takenBatch(2);
    report('credit', { batchNo: no, lines: [line('credited', references[0]!)] });
    report('refusal', { batchNo: no, refusesFile: 'FF01', lines: [] });
    await expect(collect()).rejects.toThrow('waits for the reports that came before it');
    await collect();
    const states = (await rowsOf(references)).map(({ state }) => state);
    expect(states.toSorted()).toEqual(['accepted', 'credited']);
    expect(await batchOf(no)).toMatchObject({ state: 'taken' });
    const found = await county.db.discrepancy.findMany({ where: { batchNo: no } });
    expect(found).toMatchObject([{ kind: 'contradicts', cause: `refused/${no}`, countyCode: '339901' }]);
  });
});
