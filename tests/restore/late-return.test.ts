import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcile } from '../../cli/restore/reconcile.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { creditsOf, seen, signed } from './support/seen.js';

describe('A case that was opened again after the backup, since its money had come back', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let bank: typeof beside.bank;
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy, bank } = beside);
  });
  afterAll(async () => await beside?.close());

  const faults = (...script: object[]) =>
    fetch(`${bank.url}/faults`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ faults: script }),
    });
  const running = (caseNo: string, is: boolean) =>
    eventually(
      () => copy.db.case.findUniqueOrThrow({ where: { caseNo } }),
      (row) => row.running === is,
    );

  test('is open again after the restore, and is paid once more, not twice', async () => {
    const [householdId] = await ordinaryHouseholds(copy.db, 1);
    const caseNo = await awaitingPayment(copy, householdId!);
    const reference = `${caseNo}-P1`;
    await faults(
      { kind: 'creditedThenReturned', reference, delayMs: 0 },
      { kind: 'withhold', reference, says: 'returned' },
    );
    await actAt(copy, caseNo, 'paymentPreparation', 'prepare');
    await actAt(copy, caseNo, 'paymentReview', 'pass');
    await running(caseNo, false);
    await copy.stopWorkers();
    const restore = await copy.backUpRecords();
    await copy.startWorkers();
    await fetch(`${bank.url}/faults`, { method: 'DELETE' });
    await running(caseNo, true);
    await actAt(copy, caseNo, 'accountCorrection', 'confirmAccount');
    await actAt(copy, caseNo, 'paymentPreparation', 'prepare');
    await copy.stopWorkers();
    const before = await seen(copy.db, caseNo);

    await restore();
    expect(await reconcile(copy, () => undefined)).toMatchObject({ findings: [] });
    const { case: row, ...others } = await seen(copy.db, caseNo);
    const { case: rowBefore, ...othersBefore } = before;
    expect(others).toEqual(othersBefore);
    expect({ ...row, reopenedAt: null }).toEqual({ ...rowBefore, reopenedAt: null });
    await signed(copy.db);
    await copy.startWorkers();
    await actAt(copy, caseNo, 'paymentReview', 'pass');
    await running(caseNo, false);
    expect(await Promise.all([creditsOf(bank.url, reference), creditsOf(bank.url, `${caseNo}-P2`)])).toEqual([1, 1]);
    expect(await ledgerDifferences(copy.db)).toEqual([]);
  });
});
