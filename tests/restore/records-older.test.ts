import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { rebuild } from '../../cli/restore/rebuild.js';
import { reconcile } from '../../cli/restore/reconcile.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { creditsOf, seen, signed } from './support/seen.js';

describe('When the records are restored from a backup that is older than the engine', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let bank: typeof beside.bank;
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy, bank } = beside);
  });
  afterAll(async () => await beside?.close());

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
    const before = await Promise.all(cases.map((caseNo) => seen(copy.db, caseNo)));

    await restore();
    expect(await copy.db.case.count({ where: { caseNo: late } })).toBe(0);
    const report = await reconcile(copy, () => undefined);
    expect(report).toMatchObject({
      refilled: [early, late, paid, `${paid}-R`].toSorted(),
      begunAnew: [],
      findings: [],
    });
    for (const [index, caseNo] of cases.entries()) expect(await seen(copy.db, caseNo)).toEqual(before[index]);
    expect(await ledgerDifferences(copy.db)).toEqual([]);

    await signed(copy.db);
    await copy.startWorkers();
    const [fourth] = await ordinaryHouseholds(copy.db, 1);
    const next = await awaitingPayment(copy, fourth!);
    expect(cases).not.toContain(next);
    await actAt(copy, early, 'projectApproval', 'pass');
    expect(await creditsOf(bank.url, `${paid}-P1`)).toBe(1);

    // Records that say something else than the history are neither overwritten nor passed over.
    await copy.stopWorkers();
    await copy.db.$transaction([
      copy.db.$executeRaw`SET LOCAL session_replication_role = replica`,
      copy.db.$executeRaw`UPDATE "CaseEvent" SET "digest" = 'another' WHERE "caseNo" = ${early} AND "seq" = 2`,
      copy.db.$executeRaw`DELETE FROM "CaseEvent" WHERE "caseNo" = ${early} AND "seq" > 4`,
    ]);
    const conflict = { kind: 'conflict', subject: early, detail: '2' };
    expect(await rebuild(copy, () => undefined, { caseNo: early })).toMatchObject({
      refilled: [],
      findings: [conflict],
    });
    expect(await copy.db.caseEvent.count({ where: { caseNo: early } })).toBe(4);
  });
});
