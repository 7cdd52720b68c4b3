import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { changeAccount } from '../../api/acting/change-account.js';
import type { Deps } from '../../api/deps.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { forget, tell } from '../bank/orders.js';
import { eventually } from '../support/eventually.js';
import { actAt } from './support/acting.js';
import { openCountyBesideBank } from './support/county-at-work.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

/** The bank credits it, and sends the money back some seconds later: the account is frozen. */
const FROZEN = '6228480000000010009';
const SOUND = '6228480000000010019';

describe('退汇, on real servers', () => {
  let county: Awaited<ReturnType<typeof openCountyBesideBank>>;
  beforeAll(async () => {
    county = await openCountyBesideBank();
  });
  afterAll(async () => await county?.close());

  test('a household whose money came back after it was credited is paid anew, once, without a new application', async () => {
    const { db } = county;
    const [householdId] = (await ordinaryHouseholds(db, 1)) as [string];
    const { id: memberId } = await db.member.findFirstOrThrow({ where: { householdId }, orderBy: { position: 'asc' } });
    const payTo = (number: string) =>
      changeAccount(county as unknown as Deps, householdId, { memberId, bankName: '农商银行', number });
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId, quantity: 10 });
    await payTo(FROZEN);
    await actAt(county, caseNo, 'initialCheck', 'pass');
    await actAt(county, caseNo, 'townshipVerification', 'pass', { quantity: 10 });
    await actAt(county, caseNo, 'projectApproval', 'pass');
    await actAt(county, caseNo, 'noticePosting', 'posted');
    await actAt(county, caseNo, 'publicNotice', 'takenDown');
    await actAt(county, caseNo, 'projectWork', 'declareCompletion');
    await actAt(county, caseNo, 'acceptanceInspection', 'pass', { quantity: 10 });
    await actAt(county, caseNo, 'paymentPreparation', 'prepare');
    // However late the case is told of the credit, it is not told of the return before it has ended.
    await tell(county.bankUrl, { kind: 'withhold', reference: `${caseNo}-P1`, says: 'returned' });
    await actAt(county, caseNo, 'paymentReview', 'pass');

    const row = () => db.case.findUniqueOrThrow({ where: { caseNo } });
    const orders = () => db.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
    await eventually(row, ({ running }) => !running);
    await forget(county.bankUrl);
    const reopened = await eventually(row, ({ reopenedAt }) => reopenedAt !== null);
    expect(reopened).toMatchObject({ running: true, stage: 'accountCorrection', outcome: { kind: 'completed' } });
    expect(await orders()).toMatchObject([{ state: 'returned', returnedReason: 'ACCOUNT_FROZEN' }]);
    expect(await db.commitment.findFirst({ where: { caseNo } })).toMatchObject({ state: 'committed' });

    await payTo(SOUND);
    await actAt(county, caseNo, 'accountCorrection', 'confirmAccount');
    await actAt(county, caseNo, 'paymentPreparation', 'prepare');
    await actAt(county, caseNo, 'paymentReview', 'pass');
    await eventually(row, ({ running }) => !running);

    expect(await orders()).toMatchObject([
      { reference: `${caseNo}-P1`, state: 'reissued' },
      { reference: `${caseNo}-P2`, state: 'credited', replaces: `${caseNo}-P1`, untold: false },
    ]);
    expect(await db.commitment.findFirst({ where: { caseNo } })).toMatchObject({ state: 'spent' });
    expect(await db.review.count({ where: { caseNo } })).toBe(1);
    expect(await db.discrepancy.count()).toBe(0);
    expect(await ledgerDifferences(db)).toEqual([]);
  });
});
