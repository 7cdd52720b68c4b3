import { closeYears } from '../../../activities/sweeps/close-years.js';
import type { Swept } from '../../../activities/sweeps/sweep.js';
import { openBatch } from '../../../prisma/payment-batches.js';
import { BankDay, credited, daysAgo } from '../../activities/support/bank-day.js';
import { submit } from '../../activities/support/submission.js';
import type { ApiAlone } from '../../api/support/api.js';
import { orderedCase, orderOf } from '../../api/support/ordered-case.js';
import { owing } from '../../api/support/set-offs.js';
import { heldSince, openPastFund } from '../../ledger/support/past-year.js';

const COUNTY = '339901';
const DAY = 10;

/** Money of every kind that the office's pages show, as the worker would have left it; where each is found. */
export async function moneyOnDesk(api: ApiAlone, households: string[]) {
  const { db } = api;
  const next = () => households.pop()!;
  const swept = { ...api, bank: api.world.bank, cases: undefined as unknown as Swept['cases'] };
  const bank = new BankDay(swept);
  const no = await openBatch(db, COUNTY);
  const batch = { state: 'taken', orders: 1, sumFen: 70_000n, sentAt: new Date(), takenAt: new Date() } as const;
  await db.paymentBatch.update({ where: { no }, data: batch });
  const caseNo = await orderedCase(api, { householdId: next(), state: 'sent', batchNo: no });
  const reference = orderOf(caseNo);
  await bank.results(credited(reference, daysAgo(DAY)));
  const foreign = credited(`${COUNTY}-2026-999999-9-P1`, daysAgo(DAY), 100);
  await bank.statement(daysAgo(DAY), credited(reference, daysAgo(DAY)), foreign);
  await bank.reconcile();
  const discrepancy = await db.discrepancy.findFirstOrThrow({ where: { kind: 'missingHere' } });
  const past = await openPastFund(db, 'past', {
    ...{ amountFen: 100_000n, allottedFen: 90_000n, programmeCode: 'beekeeping' },
  });
  const unpaid = await submit(db, { programmeCode: 'beekeeping', householdId: next() });
  await heldSince(db, unpaid, past, 10_000n, 'committed');
  await closeYears(swept, 50);
  const claim = await owing(api).claimed(next());
  const paid = await orderedCase(api, { householdId: next(), state: 'credited' });
  const day = `${COUNTY}/${daysAgo(DAY)}`;
  return { batch: no, reference, day, discrepancy: discrepancy.id, claim, paid, yearEnd: 'past' };
}
