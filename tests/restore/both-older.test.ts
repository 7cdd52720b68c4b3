import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcile } from '../../cli/restore/reconcile.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { creditsOf, signed } from './support/seen.js';

describe('When records and engine are restored, and the bank has gone on', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let bank: typeof beside.bank;
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy, bank } = beside);
  });
  afterAll(async () => await beside?.close());

  const nothing = () => undefined;
  const order = (caseNo: string) => copy.db.payment.findUniqueOrThrow({ where: { reference: `${caseNo}-P1` } });
  const credits = (caseNo: string) => creditsOf(bank.url, `${caseNo}-P1`);
  const untilClosed = async (caseNo: string) =>
    void (await eventually(
      () => copy.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    ));
  const ordered = async (caseNo: string) => {
    await actAt(copy, caseNo, 'paymentPreparation', 'prepare');
    await actAt(copy, caseNo, 'paymentReview', 'pass');
  };

  test('what it has paid is on record, what it may have paid is on hold, and nothing is paid twice', async () => {
    const [first, second, third] = await ordinaryHouseholds(copy.db, 3);
    const told = await awaitingPayment(copy, first!);
    const silent = await awaitingPayment(copy, second!);
    const unordered = await awaitingPayment(copy, third!);
    await actAt(copy, told, 'paymentPreparation', 'prepare');
    await actAt(copy, silent, 'paymentPreparation', 'prepare');
    await copy.stopWorkers();
    const backups = [await copy.backUpRecords(), await copy.backUpEngine()];
    await copy.startWorkers();

    const withheld = { kind: 'withhold', reference: `${silent}-P1` };
    await fetch(`${bank.url}/faults`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
      body: JSON.stringify({ faults: [withheld] }),
    });
    await actAt(copy, told, 'paymentReview', 'pass');
    await actAt(copy, silent, 'paymentReview', 'pass');
    await ordered(unordered);
    await Promise.all([told, unordered].map(untilClosed));
    await eventually(
      () => credits(silent),
      (count) => count === 1,
    );
    await copy.stopWorkers();
    const batches = (await copy.db.paymentBatch.findMany({ where: { state: { not: 'empty' } } })).map(({ no }) => no);

    for (const restore of backups) await restore();
    const report = await reconcile(copy, nothing);
    expect(report.lostBatches).toEqual(batches.toSorted());
    expect(report.atBank).toEqual([`${told}-P1`]);
    expect(report.findings).toContainEqual({ kind: 'unknownOrder', subject: `${unordered}-P1` });
    expect(report.findings).toContainEqual({ kind: 'onHold', subject: silent });
    expect(await order(told)).toMatchObject({ state: 'credited', restoreId: expect.any(String) });
    await signed(copy.db);
    await copy.startWorkers();

    // Finance reviews once more what it had reviewed; nothing leaves.
    await actAt(copy, told, 'paymentReview', 'pass');
    await actAt(copy, silent, 'paymentReview', 'pass');
    await ordered(unordered);
    await untilClosed(told);
    expect(await order(unordered)).toMatchObject({ state: 'checked' });

    // The bank speaks at last.
    await fetch(`${bank.url}/faults`, { method: 'DELETE' });
    await untilClosed(silent);
    // What it had said of the order before that was made again is heard when all is compared again.
    await copy.stopWorkers();
    expect(await reconcile(copy, nothing)).toMatchObject({ atBank: [`${unordered}-P1`], begunAnew: [], findings: [] });
    await signed(copy.db);
    await copy.startWorkers();
    await untilClosed(unordered);
    expect(await Promise.all([told, silent, unordered].map(credits))).toEqual([1, 1, 1]);
    expect(await ledgerDifferences(copy.db)).toEqual([]);
  });
});
