import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reconcile } from '../../cli/restore/reconcile.js';
import { bundleIdOf } from '../../platform/running-cases.js';
import { act } from '../../workflows/messages.js';
import { actAt } from '../activities/support/acting.js';
import { bundleOfMany } from '../activities/support/thousand.js';
import { eventually } from '../support/eventually.js';
import { openBesideBank } from './support/beside-bank.js';
import { seen, signed } from './support/seen.js';

const nothing = () => undefined;

describe('A bundle', () => {
  let beside: Awaited<ReturnType<typeof openBesideBank>>;
  let copy: typeof beside.copy;
  let no: string;
  let caseNos: string[];
  beforeAll(async () => {
    beside = await openBesideBank();
    ({ copy } = beside);
  });
  afterAll(async () => await beside?.close());

  const untilState = (state: string) =>
    eventually(
      () => copy.db.bundle.findUniqueOrThrow({ where: { no } }),
      (row) => row.state === state,
    );
  const at = (stage: 'townshipVerification' | 'projectApproval', howMany: number) =>
    eventually(
      () => copy.db.case.findMany({ where: { bundleNo: no, stage }, orderBy: { caseNo: 'asc' } }),
      (rows) => rows.length === howMany,
    );
  const check = async () => {
    const by = { id: 'yl-checker-1', role: 'countyChecker', officeId: 'yl-relief', areaCode: '339901' } as const;
    const passed = { stage: 'initialCheck', verdict: 'pass', by, subject: randomUUID() } as const;
    const handle = copy.client.workflow.getHandle(bundleIdOf({ bundleNo: no, submission: 1 }));
    await handle.executeUpdate(act, { args: [passed], updateId: randomUUID() });
  };

  test('and its cases go on where the records have them, when the engine is older', async () => {
    ({ no } = await bundleOfMany(copy, 3));
    await untilState('initialCheck');
    await copy.stopWorkers();
    const [restoreEngine, restoreRecords] = [await copy.backUpEngine(), await copy.backUpRecords()];
    await copy.startWorkers();
    await check();
    caseNos = (await at('townshipVerification', 3)).map(({ caseNo }) => caseNo);
    await untilState('running');
    await copy.cases.tellPapers(caseNos[0]!, ['purchaseReceipt']);
    await actAt(copy, caseNos[0]!, 'townshipVerification', 'pass');
    await at('projectApproval', 1);
    await copy.stopWorkers();
    const before = await Promise.all(caseNos.map((caseNo) => seen(copy.db, caseNo)));
    const later = await copy.backUpEngine();

    await restoreEngine();
    const report = await reconcile(copy, nothing);
    expect(report).toMatchObject({ refilled: [], findings: [], begunAnew: caseNos.toSorted() });
    await signed(copy.db);
    await copy.startWorkers();
    await actAt(copy, caseNos[0]!, 'projectApproval', 'pass');
    await copy.stopWorkers();

    // And the reverse: the records are those of before the check.
    await later();
    await restoreRecords();
    expect(await copy.db.bundle.findUniqueOrThrow({ where: { no } })).toMatchObject({ state: 'initialCheck' });
    const refilled = await reconcile(copy, nothing);
    expect(refilled).toMatchObject({ refilled: caseNos.toSorted(), findings: [] });
    for (const [index, caseNo] of caseNos.entries()) expect(await seen(copy.db, caseNo)).toEqual(before[index]);
    expect(await copy.db.bundle.findUniqueOrThrow({ where: { no } })).toMatchObject({ state: 'starting' });
    await signed(copy.db);
    await copy.startWorkers();
    await untilState('running');
    expect(await copy.db.case.count({ where: { bundleNo: no } })).toBe(3);
    await actAt(copy, caseNos[0]!, 'projectApproval', 'pass');
  });
});
