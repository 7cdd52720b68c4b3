import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { reconcile } from '../../cli/restore/reconcile.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import type { Db } from '../../prisma/client.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { BackedUp } from './support/backed-up.js';

describe('When the records are restored from a backup that is older than the engine', () => {
  let copy: BackedUp;
  let bank: Awaited<ReturnType<typeof startBank>>;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    copy = await BackedUp.open(new SimulatorBank(bank.url));
  });
  afterAll(async () => {
    await copy?.close();
    await bank?.stop();
  });

  /** What the records say of a case, but for when it was written down. */
  const recordsOf = async (db: Db, caseNo: string) => ({
    case: await db.case.findUniqueOrThrow({
      where: { caseNo },
      omit: { applicationId: true, startedAt: true, submittedAt: true },
    }),
    events: await db.caseEvent.findMany({
      where: { caseNo },
      orderBy: [{ strand: 'asc' }, { seq: 'asc' }],
      omit: { recordedAt: true },
    }),
    tasks: await db.task.findMany({
      where: { caseNo },
      orderBy: [{ openedAt: 'asc' }, { stage: 'asc' }],
      select: {
        stage: true,
        strand: true,
        subject: true,
        openedAt: true,
        closedAt: true,
        closedById: true,
        dueAt: true,
      },
    }),
    payments: await db.payment.findMany({
      where: { caseNo },
      select: { reference: true, state: true, amountFen: true, settledAt: true },
    }),
    commitment: await db.commitment.findUnique({ where: { caseNo }, select: { state: true, amountFen: true } }),
    publications: await db.publication.findMany({
      where: { cases: { some: { caseNo } } },
      select: { no: true, postedAt: true, closesAt: true, publishedAt: true },
    }),
  });

  test('they are filled up from the histories, and what the bank has paid since is not paid again', async () => {
    const [first, second, third] = await ordinaryHouseholds(copy.db, 3);
    const early = await submit(copy.db, { programmeCode: 'beekeeping', householdId: first!, quantity: 10 });
    const paid = await awaitingPayment(copy, second!);
    await actAt(copy, paid, 'paymentPreparation', 'prepare');
    await copy.stopWorkers();
    const restore = await copy.backUpRecords();
    await copy.startWorkers();

    await actAt(copy, early, 'initialCheck', 'pass');
    await actAt(copy, early, 'townshipVerification', 'amend', { quantity: 8 });
    const late = await awaitingPayment(copy, third!);
    await actAt(copy, paid, 'paymentReview', 'pass');
    await eventually(
      () => copy.db.case.findUniqueOrThrow({ where: { caseNo: paid } }),
      ({ running }) => !running,
    );
    await eventually(
      () => copy.db.task.count({ where: { caseNo: paid, stage: 'reviewReport' } }),
      (count) => count === 1,
    );
    await copy.stopWorkers();
    const cases = [early, paid, late];
    const before = await Promise.all(cases.map((caseNo) => recordsOf(copy.db, caseNo)));

    await restore();
    expect(await copy.db.case.count({ where: { caseNo: late } })).toBe(0);
    const report = await reconcile(copy, () => undefined);
    expect(report).toMatchObject({
      refilled: [early, late, paid, `${paid}-R`].toSorted(),
      begunAnew: [],
      findings: [],
    });
    for (const [index, caseNo] of cases.entries()) expect(await recordsOf(copy.db, caseNo)).toEqual(before[index]);
    expect(await ledgerDifferences(copy.db)).toEqual([]);
  });
});
