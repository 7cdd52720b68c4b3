import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcile } from '../../cli/restore/reconcile.js';
import { actAt } from '../activities/support/acting.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { creditsOf, seen, signed } from './support/seen.js';
import { unhurried } from './support/unhurried.js';

describe('When the engine is restored from a backup that is older than the records', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let bank: typeof beside.bank;
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy, bank } = beside);
    await unhurried(copy.db);
  });
  afterAll(async () => await beside?.close());

  const nothing = () => undefined;
  const beekeeping = async (householdId: string) =>
    await submit(copy.db, { programmeCode: 'beekeeping', householdId, quantity: 10 });

  test('its cases are begun anew from the records and go on where they were; nothing is paid again', async () => {
    const [first, second, third] = await ordinaryHouseholds(copy.db, 3);
    const early = await beekeeping(first!);
    const paid = await awaitingPayment(copy, second!);
    await copy.stopWorkers();
    const restore = await copy.backUpEngine();
    await copy.startWorkers();

    await actAt(copy, early, 'initialCheck', 'return');
    await actAt(copy, early, 'correction', 'handIn', { quantity: 9 });
    await actAt(copy, early, 'initialCheck', 'pass');
    await actAt(copy, early, 'townshipVerification', 'amend', { quantity: 8 });
    const late = await beekeeping(third!);
    await actAt(copy, late, 'initialCheck', 'pass');
    await actAt(copy, paid, 'paymentPreparation', 'prepare');
    await actAt(copy, paid, 'paymentReview', 'pass');
    await eventually(
      () => copy.db.task.count({ where: { caseNo: paid, stage: 'reviewReport' } }),
      (count) => count === 1,
    );
    await copy.stopWorkers();
    const cases = [early, paid, late];
    const before = await Promise.all(cases.map((caseNo) => seen(copy.db, caseNo)));

    await restore();
    const report = await reconcile(copy, nothing);
    expect(report).toMatchObject({ refilled: [], findings: [] });
    expect(report.begunAnew).toEqual([early, late, `${paid}-R`].toSorted());
    expect(await copy.client.workflow.getHandle(paid).describe()).toMatchObject({ status: { name: 'TERMINATED' } });
    await signed(copy.db);
    await copy.startWorkers();

    const stale = actAt(copy, late, 'townshipVerification', 'pass').then(() =>
      copy.cases.act(
        late,
        'case',
        { stage: 'initialCheck', verdict: 'pass', by: { id: 'x', role: 'countyChecker' } },
        'stale',
      ),
    );
    await expect(stale).rejects.toMatchObject({ cause: { type: 'STAGE_MOVED' } });
    for (const [index, caseNo] of [early, paid].entries()) expect(await seen(copy.db, caseNo)).toEqual(before[index]);
    await actAt(copy, early, 'projectApproval', 'pass');
    await actAt(copy, paid, 'reviewReport', 'report');
    expect(await creditsOf(bank.url, `${paid}-P1`)).toBe(1);

    // The records, older than what was begun anew, are filled up from that.
    await copy.stopWorkers();
    const restoreRecords = await copy.backUpRecords();
    await copy.startWorkers();
    await actAt(copy, early, 'noticePosting', 'posted');
    await copy.stopWorkers();
    const posted = await seen(copy.db, early);
    await restoreRecords();
    expect(await reconcile(copy, nothing)).toMatchObject({ refilled: [early], begunAnew: [], findings: [] });
    expect(await seen(copy.db, early)).toEqual(posted);
  });
});
