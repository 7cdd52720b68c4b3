import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type Booking, invariantsOf } from '../../cli/faults/invariants.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { eventually } from '../support/eventually.js';
import { actAt } from './support/acting.js';
import { awaitingPayment } from './support/awaiting-payment.js';
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
    expect(await db.commitment.findFirst({ where: { caseNo } })).toMatchObject({ state: 'reserved', amountFen });

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
    expect(await db.commitment.findFirst({ where: { caseNo } })).toMatchObject({ state: 'spent' });
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

  test('what it owes in one case is kept back of what another pays; the bank credits the rest', async () => {
    const { db } = county;
    const { caseNo: claim, householdId, amountFen: owedFen } = await db.case.findFirstOrThrow();
    const caseNo = await awaitingPayment(county, householdId!);
    const signed = { signedById: 'yl-justice-1', signedAt: new Date() };
    await db.recovery.create({ data: { caseNo: claim, amountFen: owedFen, openedById: 'yl-oversight-1', ...signed } });
    await db.setOffOrder.create({
      data: {
        ...{ caseNo: claim, state: 'inForce', wordsId: 'words', orderedById: 'yl-oversight-1', orderedAt: new Date() },
        ...signed,
      },
    });
    await actAt(county, caseNo, 'paymentPreparation', 'prepare');
    await actAt(county, caseNo, 'paymentReview', 'pass');
    const { amountFen } = await eventually(
      () => db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
    const keptFen = amountFen / 2n;
    expect(await db.caseEvent.findFirst({ where: { caseNo, kind: 'setOff' } })).toMatchObject({
      body: { reference: `${caseNo}-P1`, claims: [{ caseNo: claim, amountFen: Number(keptFen) }] },
    });
    const credits = (await (await fetch(`${county.bankUrl}/bookings?after=0`)).json()) as { lines: Booking[] };
    const own = credits.lines.filter(({ reference }) => reference.startsWith(caseNo));
    expect(own).toMatchObject([
      { reference: `${caseNo}-P1`, amountFen: Number(amountFen - keptFen), says: 'credited' },
    ]);
    expect(await db.recoveryReceipt.findMany({ where: { caseNo: claim } })).toMatchObject([
      { amountFen: keptFen, setOffAgainst: `${caseNo}-P1`, byId: null },
    ]);
    const held = await db.commitment.findMany({
      where: { caseNo: { in: [claim, caseNo] } },
      orderBy: { caseNo: 'asc' },
    });
    expect(held.map(({ spentFen }) => spentFen)).toEqual([owedFen - keptFen, amountFen]);
    expect(await ledgerDifferences(db)).toEqual([]);
    const invariants = await invariantsOf(db, credits.lines);
    expect(invariants.flatMap(({ findings }) => findings)).toEqual([]);
  });
});
