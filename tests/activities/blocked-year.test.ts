import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { fillBatch } from '../../activities/batches/fill-batch.js';
import { carrySchedules } from '../../activities/sweeps/carry-schedules.js';
import { signMade } from '../../api/acting/sign-rows.js';
import { closeYears } from '../../activities/sweeps/close-years.js';
import { countiesToPay } from '../../prisma/payment-batches.js';
import { nextScheduleNo } from '../../prisma/schedules.js';
import { decide, heldSince, openPastFund } from '../ledger/support/past-year.js';
import { openCounty } from './support/county-at-work.js';
import { inActivity } from './support/in-activity.js';
import { newBatch, reviewedOrder, statesOf } from './support/orders.js';
import { PayingCases } from './support/paying-cases.js';
import { ScriptedBank } from './support/scripted-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

const programmeCode = 'beekeeping';
const FEN = 70_000n;

describe('After the end of its year, and before it is decided on,', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(new ScriptedBank());
    households = await ordinaryHouseholds(county.db, 4);
  });
  afterAll(async () => await county?.close());

  const fundOfLastYear = (fundId: string) =>
    openPastFund(county.db, fundId, { amountFen: 10n * FEN, allottedFen: 10n * FEN, programmeCode });
  const block = (cases = undefined as never) => closeYears({ ...county, cases }, 50);

  test('a reviewed order does not leave; with the decision it goes as it was signed', async () => {
    const reference = await reviewedOrder(county, households.pop()!);
    const other = await reviewedOrder(county, households.pop()!);
    await heldSince(county.db, reference.replace(/-P1$/, ''), await fundOfLastYear('paying'), FEN, 'committed');
    await block();
    const first = await newBatch(county.db);
    expect(await inActivity().run(fillBatch, county.world, first)).toBe(1);
    expect(await statesOf(county.db, [reference, other])).toEqual(['checked', 'batched']);
    expect(await countiesToPay(county.db)).toEqual([]);

    await decide(county.db, 'paying', 'carryOver');
    expect(await countiesToPay(county.db)).toEqual(['339901']);
    const second = await newBatch(county.db);
    expect(await inActivity().run(fillBatch, county.world, second)).toBe(1);
    expect(await county.db.payment.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      ...{ state: 'batched', batchNo: second, documentNo: '演财农〔2026〕1号' },
    });
  });

  test('no order is made by a payee schedule: its line says why', async () => {
    const cases = new PayingCases(county.world);
    const caseNo = await submit(county.db, { programmeCode, householdId: households.pop()! });
    await county.db.case.update({ where: { caseNo }, data: { startedAt: new Date() } });
    await heldSince(county.db, caseNo, await fundOfLastYear('scheduled'), FEN, 'committed');
    await cases.write(caseNo, [{ kind: 'entered', stage: 'paymentPreparation' }]);
    await block();
    const no = await county.db.$transaction(async (tx) => {
      const scheduleNo = await nextScheduleNo(tx, '339901', new Date());
      const made = { countyCode: '339901', programmeCode, state: 'making', madeById: 'yl-maker-1' } as const;
      const lines = { create: [{ caseNo, state: 'asked' as const }] };
      await tx.payeeSchedule.create({ data: { ...made, lines, no: scheduleNo } });
      await signMade(tx, county.keyring, scheduleNo, { id: 'yl-maker-1', role: 'paymentMaker' });
      return scheduleNo;
    });
    await carrySchedules({ ...county, cases }, 50);
    expect(cases.carried).toEqual([]);
    expect(await county.db.payeeScheduleLine.findMany({ where: { scheduleNo: no } })).toMatchObject([
      { state: 'refused', refusalCode: 'YEAR_CLOSED' },
    ]);
  });
});
