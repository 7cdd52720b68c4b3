import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { collectReports } from '../../activities/sweeps/collect-reports.js';
import { reconcileDays } from '../../activities/sweeps/reconcile-days.js';
import type { Swept } from '../../activities/sweeps/sweep.js';
import { type BankHere, openBankHere } from '../bank/bank-here.js';
import { orderedCase, orderOf } from '../api/support/ordered-case.js';
import { eventually } from '../support/eventually.js';
import { daysAgo } from './support/bank-day.js';
import { openCounty } from './support/county-at-work.js';
import { ordinaryHouseholds } from './support/submission.js';

const DAY_MS = 86_400_000;

describe('对账 with the simulated bank', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let simulator: BankHere;
  let behindMs = DAY_MS;
  let swept: Swept;
  beforeAll(async () => {
    simulator = await openBankHere({ clock: () => Date.now() - behindMs });
    county = await openCounty(simulator.bank);
    // Nothing here is told to a case.
    swept = { ...county, cases: undefined as unknown as Swept['cases'] };
  });
  afterAll(async () => {
    await county?.close();
    await simulator?.close();
  });

  test('what it credited yesterday is in its statement of yesterday, and matched', async () => {
    const { db } = county;
    const date = daysAgo(1);
    const households = await ordinaryHouseholds(db, 3);
    const orders = [];
    for (const householdId of households) {
      const reference = orderOf(await orderedCase(county, { householdId, state: 'sent' }));
      const payee = { payeeName: '试收款人', payeeAccount: '6228480000000010019', payeeBank: '农商银行' };
      orders.push({ reference, amountFen: 70_000, ...payee, remark: '补助' });
    }
    const batch = { batchNo: '339901-B20260101-1', countyCode: '339901', createdAt: new Date().toISOString(), orders };
    expect(await simulator.bank.handOver(simulator.bank.fileOf(batch))).toBe('taken');
    await eventually(
      async () => {
        await collectReports(swept, 50);
        return await db.payment.count({ where: { state: 'credited' } });
      },
      (credited) => credited === 3,
    );
    behindMs = 0;
    const body = JSON.stringify({ date });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${simulator.url}/statements`, { method: 'POST', headers, body })).ok).toBe(true);
    const row = await eventually(
      async () => {
        await collectReports(swept, 50);
        await reconcileDays(swept, 50);
        return await db.reconciliation.findFirst({ where: { date } });
      },
      (found) => found !== null,
    );
    expect(row).toMatchObject({ countyCode: '339901', matched: 3, matchedFen: 210_000n, complete: true });
    expect(row).toMatchObject({ missingAtBank: 0, missingHere: 0, amountDiffers: 0 });
    expect(await db.discrepancy.count()).toBe(0);
  });
});
