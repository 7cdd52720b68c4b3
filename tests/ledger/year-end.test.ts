import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reserve } from '../../activities/reserve.js';
import { closeYears } from '../../activities/sweeps/close-years.js';
import { commitReturned } from '../../activities/sweeps/commit-anew.js';
import { moveCommitment } from '../../prisma/commitments.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { recoverToFund } from '../../prisma/ledger/recovered.js';
import { whyNotPayable } from '../../prisma/ledger/year-end.js';
import { spend } from '../../prisma/spending.js';
import { snapshotPayee } from '../../prisma/payee.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { decide, heldIn, heldSince, LAST_YEAR, openPastFund, THIS_YEAR } from './support/past-year.js';

const programmeCode = 'beekeeping';
const FEN = 10_000n;

describe("a fund's year", () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 40);
  });
  afterAll(async () => await county?.close());

  const newCase = () => submit(county.db, { programmeCode, householdId: households.pop()! });
  const swept = () => ({ ...county, cases: undefined as never });
  const commitmentOf = (caseNo: string) => county.db.commitment.findFirstOrThrow({ where: { caseNo } });
  /** A fund of last year of 1000 yuan, 900 of them allotted, with a case in each state. */
  const pastFund = async (fundId: string) => {
    const allotmentId = await openPastFund(county.db, fundId, {
      ...{ amountFen: 100_000n, allottedFen: 90_000n, programmeCode },
    });
    const cases = { reserved: await newCase(), committed: await newCase(), spent: await newCase() };
    for (const [state, caseNo] of Object.entries(cases))
      await heldSince(county.db, caseNo, allotmentId, FEN, state as keyof typeof cases);
    return { ...cases, allotmentId };
  };
  const credited = async (caseNo: string) => {
    const { householdId } = await county.db.case.findUniqueOrThrow({ where: { caseNo } });
    const reference = `${caseNo}-P1`;
    await county.db.payment.create({
      data: {
        ...{ reference, caseNo, attempt: 1, amountFen: FEN, state: 'returned', remark: '中蜂养殖补助' },
        ...{ documentNo: '1', accountCode: '1', preparedById: 'maker' },
        ...(await snapshotPayee(county.db, county.keyring, householdId!)),
      },
    });
    return { reference, caseNo, amountFen: FEN };
  };
  const comesBack = async (caseNo: string) => {
    const order = await credited(caseNo);
    await county.db.$transaction((tx) => returnToFund(tx, order));
    await county.db.$transaction((tx) => returnToFund(tx, order));
    return order.reference;
  };

  test('is blocked after 31 December, and finance is told once to decide', async () => {
    const { committed } = await pastFund('blocked');
    expect(await whyNotPayable(county.db, committed)).toBeUndefined();
    await closeYears(swept(), 50);
    await closeYears(swept(), 50);
    const blocked = await county.db.yearEndClose.findMany();
    expect(blocked).toMatchObject([{ fundId: 'blocked', decision: null, blockedById: null }]);
    expect(await whyNotPayable(county.db, committed)).toBe('YEAR_CLOSED');
    const told = await county.db.outboxMessage.count({ where: { dedupeKey: { startsWith: 'year-end/blocked/' } } });
    expect(told).toBe(2);
  });

  test('gives nothing to a case that is approved after it: that is paid from the year that it is', async () => {
    const caseNo = await newCase();
    await county.db.case.update({ where: { caseNo }, data: { submittedAt: new Date(`${LAST_YEAR}-12-30T00:00:00Z`) } });
    expect(await reserve(county.world, caseNo, 20_000)).toEqual({ kind: 'reserved' });
    const { allotmentId } = await commitmentOf(caseNo);
    expect(allotmentId).toBe(`339901-${THIS_YEAR}-${programmeCode}`);
  });

  test('leaves a case what it had reserved, as long as it asks for no more and this year has nothing', async () => {
    const { reserved, allotmentId } = await pastFund('kept');
    await closeYears(swept(), 50);
    const { countyCode } = await county.db.case.findUniqueOrThrow({ where: { caseNo: reserved } });
    await county.db.case.update({ where: { caseNo: reserved }, data: { programmeCode: 'nothing-left' } });
    expect(await reserve(county.world, reserved, 9_000)).toEqual({ kind: 'reserved' });
    expect(await commitmentOf(reserved)).toMatchObject({ allotmentId, amountFen: 9_000n, state: 'reserved' });
    await county.db.case.update({ where: { caseNo: reserved }, data: { programmeCode, countyCode } });
    expect(await reserve(county.world, reserved, 9_500)).toEqual({ kind: 'reserved' });
    expect((await commitmentOf(reserved)).allotmentId).not.toBe(allotmentId);
  });

  test('goes on in the next one when it is carried over; what is spent stays', async () => {
    const { reserved, committed, spent, allotmentId } = await pastFund('carried');
    await decide(county.db, 'carried', 'carryOver');
    const nextId = `carried~${THIS_YEAR}`;
    expect(await heldIn(county.db, 'carried')).toEqual({ source: -100_000, spent: 10_000, carriedOver: 90_000 });
    expect(await heldIn(county.db, nextId)).toEqual({
      ...{ source: -90_000, unallotted: 10_000, available: 60_000, reserved: 10_000, committed: 10_000 },
    });
    const next = await county.db.fund.findUniqueOrThrow({ where: { id: nextId }, include: { allotments: true } });
    expect(next).toMatchObject({ fiscalYear: THIS_YEAR, amountFen: 90_000n, source: 'county', purpose: '试验' });
    expect(next.allotments).toMatchObject([
      { carriedFromId: allotmentId, amountFen: 80_000n, documentNo: `试〔${THIS_YEAR}〕结carried号`, programmeCode },
    ]);
    for (const caseNo of [reserved, committed])
      expect((await commitmentOf(caseNo)).allotmentId).toBe(next.allotments[0]!.id);
    expect((await commitmentOf(spent)).allotmentId).toBe(allotmentId);
    expect(await whyNotPayable(county.db, committed)).toBeUndefined();
    const booked = await county.db.ledgerTransaction.findMany({ where: { caseNo: committed }, orderBy: { at: 'asc' } });
    expect(booked.at(-1)).toMatchObject({ kind: 'carriedOver', byId: 'yl-finance-2', lines: 4 });
    await county.db.$transaction((tx) => moveCommitment(tx, committed, 'spent', { key: `${committed}/late` }));
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('that lapses gives back what stands behind no case; what is promised to households goes on', async () => {
    const { reserved, committed } = await pastFund('lapsed');
    await decide(county.db, 'lapsed', 'lapse');
    expect(await heldIn(county.db, 'lapsed')).toEqual({
      ...{ source: -100_000, spent: 10_000, lapsed: 70_000, carriedOver: 20_000 },
    });
    expect(await heldIn(county.db, `lapsed~${THIS_YEAR}`)).toEqual({
      ...{ source: -20_000, reserved: 10_000, committed: 10_000 },
    });
    for (const caseNo of [reserved, committed]) expect(await whyNotPayable(county.db, caseNo)).toBeUndefined();
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('with nothing left goes on in no other, and is decided on once', async () => {
    await openPastFund(county.db, 'unused', { amountFen: 500n, allottedFen: 400n, programmeCode });
    await decide(county.db, 'unused', 'lapse');
    expect(await heldIn(county.db, 'unused')).toEqual({ source: -500, lapsed: 500 });
    expect(await county.db.fund.count({ where: { id: { startsWith: 'unused~' } } })).toBe(0);
    await expect(decide(county.db, 'unused', 'carryOver')).rejects.toThrow(/is decided/);
    const edit = { where: { fundId: 'unused' }, data: { words: '改' } };
    await expect(county.db.yearEndClose.update(edit)).rejects.toThrow(/is decided/);
  });

  test('takes money that comes back before it is decided on: the case has it, and it goes on with the rest', async () => {
    const { spent, allotmentId } = await pastFund('waiting');
    await closeYears(swept(), 50);
    await comesBack(spent);
    expect(await commitmentOf(spent)).toMatchObject({ state: 'committed', allotmentId });
    expect(await whyNotPayable(county.db, spent)).toBe('YEAR_CLOSED');
    await decide(county.db, 'waiting', 'lapse');
    expect(await heldIn(county.db, 'waiting')).toMatchObject({ carriedOver: 30_000, lapsed: 70_000 });
    expect(await whyNotPayable(county.db, spent)).toBeUndefined();
  });

  test('that was carried over carries on money that comes back later: the household is paid from the next', async () => {
    const { spent } = await pastFund('late');
    await decide(county.db, 'late', 'carryOver');
    await comesBack(spent);
    expect(await heldIn(county.db, 'late')).toEqual({ source: -100_000, carriedOver: 100_000 });
    expect(await heldIn(county.db, `late~${THIS_YEAR}`)).toMatchObject({ source: -100_000, committed: 20_000 });
    expect(await commitmentOf(spent)).toMatchObject({ state: 'committed', allotmentId: `late-0~${THIS_YEAR}` });
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('all spent and carried over: money that comes back opens the allotment that it goes on in', async () => {
    const allotmentId = await openPastFund(county.db, 'spent', { amountFen: FEN, allottedFen: FEN, programmeCode });
    const caseNo = await newCase();
    await heldSince(county.db, caseNo, allotmentId, FEN, 'spent');
    await decide(county.db, 'spent', 'carryOver');
    await comesBack(caseNo);
    expect(await heldIn(county.db, `spent~${THIS_YEAR}`)).toEqual({ source: -10_000, committed: 10_000 });
    const { carriedTo } = await county.db.yearEndClose.findUniqueOrThrow({ where: { fundId: 'spent' } });
    expect(carriedTo).toBe(`spent~${THIS_YEAR}`);
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('goes by the rules of all the years that are over: carried over twice, or lapsed the second time', async () => {
    for (const [fundId, second] of [
      ['twice', 'carryOver'],
      ['first', 'lapse'],
    ] as const) {
      const allotmentId = await openPastFund(county.db, fundId, {
        ...{ amountFen: 2n * FEN, allottedFen: 2n * FEN, programmeCode, fiscalYear: LAST_YEAR - 1 },
      });
      const caseNo = await newCase();
      await heldSince(county.db, caseNo, allotmentId, FEN, 'spent');
      await decide(county.db, fundId, 'carryOver');
      await decide(county.db, `${fundId}~${LAST_YEAR}`, second);
      await comesBack(caseNo);
    }
    expect(await heldIn(county.db, `twice~${LAST_YEAR}`)).toEqual({ source: -20_000, carriedOver: 20_000 });
    expect(await heldIn(county.db, `twice~${THIS_YEAR}`)).toEqual({
      source: -20_000,
      available: 10_000,
      committed: 10_000,
    });
    expect(await heldIn(county.db, `first~${LAST_YEAR}`)).toEqual({ source: -20_000, lapsed: 20_000 });
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('that lapsed sends late money back to its source, and the household is paid from this year', async () => {
    const { spent } = await pastFund('gone');
    await decide(county.db, 'gone', 'lapse');
    const reference = await comesBack(spent);
    expect(await heldIn(county.db, 'gone')).toMatchObject({ lapsed: 80_000, carriedOver: 20_000 });
    const { state, allotmentId } = await commitmentOf(spent);
    expect(state).toBe('committed');
    const { fiscalYear } = await county.db.allotment.findUniqueOrThrow({ where: { id: allotmentId } });
    expect(fiscalYear).toBe(THIS_YEAR);
    const booked = await county.db.ledgerTransaction.findMany({ where: { caseNo: spent }, orderBy: { at: 'asc' } });
    expect(booked.slice(-2).map((one) => [one.kind, one.reference])).toEqual([
      ['returned', reference],
      ['committed', null],
    ]);
  });

  test('that lapsed, while this year has too little: finance is told, and the case has its money once there is some', async () => {
    const { spent } = await pastFund('short');
    await decide(county.db, 'short', 'lapse');
    await county.db.case.update({
      where: { caseNo: spent },
      data: { programmeCode: 'not-yet', reopenedAt: new Date() },
    });
    const reference = await comesBack(spent);
    await county.db.paymentReturn.create({ data: { reference, caseNo: spent, input: {} } });
    expect(await whyNotPayable(county.db, spent)).toBe('ALLOTMENT_LOW');
    await commitReturned(swept(), 1);
    await commitReturned(swept(), 1);
    const told = { where: { dedupeKey: { startsWith: `allotment-low/${reference}` } } };
    expect(await county.db.outboxMessage.count(told)).toBe(2);
    await openPastFund(county.db, 'found', {
      ...{ amountFen: FEN, allottedFen: FEN, programmeCode: 'not-yet', fiscalYear: THIS_YEAR },
    });
    await commitReturned(swept(), 1);
    expect(await commitmentOf(spent)).toMatchObject({ state: 'committed', allotmentId: 'found-0' });
    expect(await whyNotPayable(county.db, spent)).toBeUndefined();
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('that lapsed after one instalment of a case: what comes back joins the rest in an allotment that has enough', async () => {
    const programmeCode = 'in-parts';
    const past = { amountFen: 3n * FEN, allottedFen: 3n * FEN, programmeCode };
    const allotmentId = await openPastFund(county.db, 'parts', past);
    const caseNo = await newCase();
    await county.db.case.update({ where: { caseNo }, data: { programmeCode } });
    await heldSince(county.db, caseNo, allotmentId, 3n * FEN, 'committed');
    const order = await credited(caseNo);
    await county.db.$transaction((tx) => spend(tx, [order]));
    await decide(county.db, 'parts', 'lapse');
    // What is not spent goes on; what comes back of the first instalment does not.
    expect(await commitmentOf(caseNo)).toMatchObject({ allotmentId: `parts-0~${THIS_YEAR}`, amountFen: 3n * FEN });
    await county.db.$transaction((tx) => returnToFund(tx, order));
    expect(await heldIn(county.db, 'parts')).toMatchObject({ lapsed: 10_000, carriedOver: 20_000 });
    const rest = { state: 'committed', amountFen: 2n * FEN, spentFen: 0n, waitingFen: FEN } as const;
    expect(await commitmentOf(caseNo)).toMatchObject(rest);
    expect(await whyNotPayable(county.db, caseNo)).toBe('ALLOTMENT_LOW');
    const late = { amountFen: 3n * FEN, programmeCode, fiscalYear: THIS_YEAR };
    await openPastFund(county.db, 'too-little', { ...late, allottedFen: 3n * FEN - 1n });
    await commitReturned(swept(), 50);
    expect(await commitmentOf(caseNo)).toMatchObject(rest);
    await openPastFund(county.db, 'enough', { ...late, allottedFen: 3n * FEN });
    await commitReturned(swept(), 50);
    expect(await commitmentOf(caseNo)).toMatchObject({
      ...{ state: 'committed', allotmentId: 'enough-0', amountFen: 3n * FEN, waitingFen: 0n },
    });
    expect(await whyNotPayable(county.db, caseNo)).toBeUndefined();
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });

  test('books what comes back under a claim by the same rule, for nobody', async () => {
    const { spent } = await pastFund('claimed');
    await decide(county.db, 'claimed', 'carryOver');
    const { reference, caseNo, amountFen } = await credited(spent);
    await county.db.payment.update({ where: { reference }, data: { state: 'credited' } });
    await county.db.$transaction((tx) => recoverToFund(tx, { receiptId: 'claimed', caseNo, amountFen }));
    expect(await heldIn(county.db, `claimed~${THIS_YEAR}`)).toMatchObject({ available: 70_000, committed: 10_000 });
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });
});
