import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { eventually } from '../support/eventually.js';
import { actAt } from './support/acting.js';
import { openCountyBesideBank } from './support/county-at-work.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('one household, on real servers', () => {
  let county: Awaited<ReturnType<typeof openCountyBesideBank>>;
  beforeAll(async () => {
    county = await openCountyBesideBank();
  });
  afterAll(async () => await county?.close());

  test('goes from submission to the money and the review, and every step is recorded', async () => {
    const { db } = county;
    const [householdId] = await ordinaryHouseholds(db, 1);
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId: householdId!, quantity: 10 });

    await actAt(county, caseNo, 'initialCheck', 'pass');
    await actAt(county, caseNo, 'townshipVerification', 'amend', { quantity: 8 });
    await actAt(county, caseNo, 'projectApproval', 'pass');
    const { amountFen } = await db.case.findUniqueOrThrow({ where: { caseNo } });
    expect(await db.commitment.findUnique({ where: { caseNo } })).toMatchObject({ state: 'reserved', amountFen });

    await actAt(county, caseNo, 'noticePosting', 'posted');
    const publication = await db.publication.findUniqueOrThrow({ where: { no: `${caseNo}-N1` } });
    expect(publication.closesAt!.getTime()).toBeGreaterThan(publication.postedAt!.getTime());
    await actAt(county, caseNo, 'publicNotice', 'takenDown');
    expect(await db.case.findUnique({ where: { caseNo } })).toMatchObject({
      decisionNo: expect.stringContaining('扶直'),
    });

    await actAt(county, caseNo, 'projectWork', 'declareCompletion');
    await actAt(county, caseNo, 'acceptanceInspection', 'pass', { quantity: 8 });
    await actAt(county, caseNo, 'paymentPreparation', 'prepare');
    await actAt(county, caseNo, 'paymentReview', 'pass');

    const closed = await eventually(
      () => db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
    expect(closed).toMatchObject({ stage: 'closed', outcome: { kind: 'completed', amountFen: Number(amountFen) } });
    expect(await db.payment.findMany({ where: { caseNo } })).toMatchObject([
      { reference: `${caseNo}-P1`, state: 'credited', amountFen },
    ]);
    const credits = await (await fetch(`${county.bankUrl}/credits`)).json();
    expect(JSON.stringify(credits)).toContain(`${caseNo}-P1`);
    expect(await db.commitment.findUnique({ where: { caseNo } })).toMatchObject({ state: 'spent' });
    expect(await db.ledgerTransaction.findMany({ where: { caseNo }, orderBy: { at: 'asc' } })).toMatchObject([
      { kind: 'reserved' },
      { kind: 'committed' },
      { kind: 'spent', reference: `${caseNo}-P1` },
    ]);
    expect(await ledgerDifferences(db)).toEqual([]);

    await actAt(county, caseNo, 'reviewReport', 'report');
    await actAt(county, caseNo, 'performanceReview', 'scored', { score: 90, reasonCode: 'usedAsIntended' });
    expect(await db.review.findUnique({ where: { caseNo } })).toMatchObject({ finding: 'usedAsIntended', score: 90 });

    const events = await db.caseEvent.findMany({ where: { caseNo, strand: 'case' }, orderBy: { seq: 'asc' } });
    expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(await db.task.count({ where: { caseNo, closedAt: null } })).toBe(0);
  });
});
