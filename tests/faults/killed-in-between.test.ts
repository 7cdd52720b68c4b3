import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { bookingsAt } from '../../cli/faults/invariants.js';
import { workflowIdOf } from '../../platform/running-cases.js';
import { caseOf, manyOrders, ORDER_FEN } from '../activities/support/many-orders.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { fileOf, newBatch, newOrder } from '../bank/orders.js';
import { eventually } from '../support/eventually.js';
import { endWhoWaits, isHeldUp, whileHeld } from '../support/held.js';
import { AFTER_A_DEATH_MS, openPayingCounty, type PayingCounty } from './paying-county.js';
import { startWorker } from './worker-process.js';

describe('a worker that is killed', () => {
  let county: PayingCounty;
  let worker: Awaited<ReturnType<typeof startWorker>> | undefined;
  beforeAll(async () => {
    county = await openPayingCounty();
    worker = await startWorker(county.where);
  });
  afterAll(async () => {
    await worker?.kill();
    await county?.close();
  });
  afterEach(async () => {
    await county.forgetFaults();
    expect(await county.findings()).toEqual([]);
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  const die = async () => {
    await worker?.kill();
    worker = undefined;
  };
  const another = async () => void (worker = await startWorker(county.where));

  test('between the bank’s taking a file and our record: the next one asks, and gives it nothing again', async () => {
    const caseNos = await county.casesAtPayment(3);
    const references = caseNos.map((caseNo) => `${caseNo}-P1`);
    await county.tellBank({ kind: 'silent', on: 'put' }, { kind: 'withhold' });
    const no = await county.sendTogether(caseNos);
    const credited = async () => (await bookingsAt(county.bankUrl)).map(({ reference }) => reference);
    await eventually(credited, (booked) => references.every((reference) => booked.includes(reference)));
    await die();
    expect(await county.db.paymentBatch.findUniqueOrThrow({ where: { no } })).toMatchObject({
      ...{ state: 'sent', takenAt: null, orders: 3 },
    });
    const orders = await county.db.payment.findMany({ where: { batchNo: no } });
    expect(orders.map(({ state }) => state)).toEqual(['sent', 'sent', 'sent']);

    await another();
    await eventually(
      () => county.db.paymentBatch.findUniqueOrThrow({ where: { no } }),
      ({ state }) => state === 'taken',
      AFTER_A_DEATH_MS,
    );
    await county.forgetFaults();
    await county.haveEnded(caseNos);
    expect(county.calls(new RegExp(`^PUT .*${no}`))).toBe(1);
    expect((await credited()).toSorted()).toEqual(references.toSorted());
  });

  test('while it reads a report of hundreds of lines: the next one goes on where it was, and posts each once', async () => {
    const references = await manyOrders(county.db, { howMany: 450, running: false });
    const orders = references.map((reference) => newOrder({ reference, amountFen: ORDER_FEN }));
    await county.db.case.updateMany({
      where: { caseNo: { in: references.map(caseOf) } },
      data: { outcome: { kind: 'completed' } },
    });
    const batch = newBatch(orders);
    const posted = () => county.db.bankFile.findFirst({ where: { name: { startsWith: batch.batchNo } } });
    const late = `SELECT 1 FROM "Payment" WHERE "reference" = '${references[300]!}' FOR UPDATE`;
    await whileHeld(county.where.databaseUrl, late, async (watcher) => {
      await new SimulatorBank(county.bankUrl).handOver(fileOf(batch));
      await eventually(posted, (file) => file?.posted === 200, AFTER_A_DEATH_MS);
      await eventually(() => isHeldUp(watcher), Boolean);
      await die();
    });
    expect(await posted()).toMatchObject({ posted: 200, lines: 450 });

    await another();
    await eventually(posted, (file) => file?.posted === 450, AFTER_A_DEATH_MS);
    const lines = await county.db.bankReportLine.findMany({ where: { orderRef: { in: references } } });
    expect(lines.map(({ effect }) => effect)).toEqual(references.map(() => 'posted'));
    expect(new Set(lines.map(({ orderRef }) => orderRef)).size).toBe(450);
    const where = { reference: { in: references }, state: 'credited' } as const;
    expect(await county.db.payment.count({ where })).toBe(450);
  });

  test('between the start of a case and noting it: the case runs once', async () => {
    const [householdId] = await ordinaryHouseholds(county.db, 1);
    await die();
    const caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId: householdId! });
    const row = () => county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const history = county.env.client.workflow.getHandle(workflowIdOf(caseNo, 'case'));
    const runOf = async () => (await history.describe().catch(() => undefined))?.runId;
    let first: string | undefined;
    const held = `SELECT 1 FROM "Case" WHERE "caseNo" = '${caseNo}' FOR UPDATE`;
    await whileHeld(county.where.databaseUrl, held, async (watcher) => {
      await another();
      first = await eventually(runOf, (run) => run !== undefined, AFTER_A_DEATH_MS);
      await eventually(() => isHeldUp(watcher), Boolean);
      await die();
      // PostgreSQL would do for a dead client what it was asked before.
      await endWhoWaits(watcher);
    });
    expect(await row()).toMatchObject({ startedAt: null });

    await another();
    await eventually(row, ({ startedAt, stage }) => startedAt !== null && stage === 'initialCheck', AFTER_A_DEATH_MS);
    expect(await runOf()).toBe(first);
    const events = await county.db.caseEvent.findMany({ where: { caseNo }, orderBy: { seq: 'asc' } });
    expect(events.map(({ kind }) => kind)).toEqual(['deskChecked', 'entered']);
  });
});
