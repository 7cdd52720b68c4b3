import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { actAt } from '../activities/support/acting.js';
import { eventually } from '../support/eventually.js';
import { AFTER_A_DEATH_MS, openPayingCounty, type PayingCounty } from './paying-county.js';
import { startWorker } from './worker-process.js';

const EACH = 2;

describe('every household is paid once, by a bank that', () => {
  let county: PayingCounty;
  let worker: Awaited<ReturnType<typeof startWorker>>;
  let waiting: string[];
  beforeAll(async () => {
    county = await openPayingCounty();
    worker = await startWorker(county.where);
    waiting = await county.casesAtPayment(5 * EACH);
  });
  afterAll(async () => {
    await worker?.stop();
    await county?.close();
  });
  afterEach(async () => {
    await county.forgetFaults();
    expect(await county.findings()).toEqual([]);
  });

  const next = () => waiting.splice(0, EACH);
  const batch = (no: string) => county.db.paymentBatch.findUniqueOrThrow({ where: { no } });
  const statesOf = async (caseNos: string[]) => {
    const where = { caseNo: { in: caseNos } };
    return (await county.db.payment.findMany({ where, orderBy: { reference: 'asc' } })).map(({ state }) => state);
  };
  const discrepancies = (kind: 'silent' | 'unreadableFile', least = 1) =>
    eventually(
      () => county.db.discrepancy.findMany({ where: { kind } }),
      (found) => found.length >= least,
      AFTER_A_DEATH_MS,
    );

  test('takes a file and never says so: it is asked, and given nothing again', async () => {
    const caseNos = next();
    await county.tellBank({ kind: 'silent', on: 'put', times: 1 }, { kind: 'withhold', delayMs: 15_000 });
    const batchNo = await county.sendTogether(caseNos);
    await county.haveEnded(caseNos);
    expect([county.calls(new RegExp(`^PUT .*${batchNo}`)), await statesOf(caseNos)]).toEqual([
      1,
      caseNos.map(() => 'credited'),
    ]);
    expect(county.calls(new RegExp(`^GET /files/${batchNo}`))).toBeGreaterThan(0);
  });

  test('answers after its batch was given up: what was a task settles itself', async () => {
    const caseNos = next();
    await county.tellBank({ kind: 'withhold' });
    const no = await county.sendTogether(caseNos);
    await eventually(
      () => batch(no),
      ({ state }) => state === 'taken',
      AFTER_A_DEATH_MS,
    );
    await county.db.paymentBatch.update({ where: { no }, data: { takenAt: new Date('2026-01-05T00:00:00Z') } });
    const silent = await discrepancies('silent', EACH);
    expect(silent.map(({ reference }) => reference!.slice(0, -3)).toSorted()).toEqual(caseNos.toSorted());
    expect(await batch(no)).toMatchObject({ state: 'givenUp' });

    await county.forgetFaults();
    await county.haveEnded(caseNos);
    expect(await statesOf(caseNos)).toEqual(caseNos.map(() => 'credited'));
    expect((await discrepancies('silent')).every(({ settledAt }) => settledAt !== null)).toBe(true);
    expect(county.calls(new RegExp(`^PUT .*${no}`))).toBe(1);
  });

  test('reports the same twice: the second time is nothing', async () => {
    const caseNos = next();
    await county.tellBank({ kind: 'twice' });
    const no = await county.sendTogether(caseNos);
    await county.haveEnded(caseNos);
    const names = await eventually(
      () => county.db.bankReportName.findMany({ where: { name: { startsWith: no } } }),
      ({ length }) => length === 2,
    );
    expect(new Set(names.map(({ fileId }) => fileId)).size).toBe(1);
    const reported = await county.db.bankReportLine.findMany({ where: { payment: { caseNo: { in: caseNos } } } });
    expect(reported.map(({ effect }) => effect)).toEqual(caseNos.map(() => 'posted'));
  });

  test('gives half a report: nothing of it counts, and the whole one does', async () => {
    const caseNos = next();
    await county.tellBank({ kind: 'truncate', of: 'rows', times: 1 });
    await county.sendTogether(caseNos);
    await discrepancies('unreadableFile');
    await county.haveEnded(caseNos);
    expect(await statesOf(caseNos)).toEqual(caseNos.map(() => 'credited'));
    expect(await discrepancies('unreadableFile')).toMatchObject([{ settledAt: expect.any(Date) }]);
  });

  test('takes money back after it was credited: the household is paid anew, by another order', async () => {
    const caseNos = next();
    const takesBack = caseNos.map((caseNo) => ({
      ...{ kind: 'creditedThenReturned', delayMs: 0, reference: `${caseNo}-P1` },
    }));
    await county.tellBank(...takesBack, { kind: 'withhold', says: 'returned' });
    await county.sendTogether(caseNos);
    await county.haveEnded(caseNos);
    await county.forgetFaults();
    await Promise.all(caseNos.map((caseNo) => actAt(county, caseNo, 'accountCorrection', 'confirmAccount')));
    await county.sendTogether(caseNos);
    await county.haveEnded(caseNos);
    expect(await statesOf(caseNos)).toEqual(caseNos.flatMap(() => ['reissued', 'credited']));
  });
});
