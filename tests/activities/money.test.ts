import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reserve } from '../../activities/reserve.js';
import { moveCommitment } from '../../prisma/commitments.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('an allotment', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let cases: string[];
  const programmeCode = 'beekeeping';
  const allotment = () => county.db.allotment.findFirstOrThrow({ where: { countyCode: '339901', programmeCode } });
  beforeAll(async () => {
    county = await openCounty(noBank);
    const households = await ordinaryHouseholds(county.db, 40);
    cases = await Promise.all(households.map((householdId) => submit(county.db, { programmeCode, householdId })));
    const { id } = await allotment();
    await county.db.allotment.deleteMany({ where: { countyCode: '339901', programmeCode, id: { not: id } } });
    await county.db.allotment.update({ where: { id }, data: { amountFen: 1_000_000n } });
  });
  afterAll(async () => await county?.close());

  test('is never overdrawn, however many are approved at once', async () => {
    const answers = await Promise.all(cases.map((caseNo) => reserve(county.world, caseNo, 70_000)));
    expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(14);
    expect(answers.filter(({ kind }) => kind === 'short')).toHaveLength(26);
    expect(await allotment()).toMatchObject({ reservedFen: 980_000n });
  });

  test('refuses to be overdrawn by whoever writes to it', async () => {
    const { id } = await allotment();
    const overdraw = county.db.allotment.update({ where: { id }, data: { spentFen: { increment: 20_001n } } });
    await expect(overdraw).rejects.toThrow(/Allotment_never_overdrawn/);
  });

  test('is asked once per case, however often the activity runs', async () => {
    const { caseNo } = await county.db.commitment.findFirstOrThrow();
    await reserve(county.world, caseNo, 70_000);
    await reserve(county.world, caseNo, 70_000);
    expect(await allotment()).toMatchObject({ reservedFen: 980_000n });
  });

  test('gets an amended reservation in place of the one before', async () => {
    const { caseNo } = await county.db.commitment.findFirstOrThrow();
    expect(await reserve(county.world, caseNo, 90_000)).toEqual({ kind: 'reserved' });
    expect(await allotment()).toMatchObject({ reservedFen: 1_000_000n });
    expect(await reserve(county.world, caseNo, 90_001)).toEqual({ kind: 'short' });
  });

  test('gets back what a case had set aside and did not need', async () => {
    const before = await allotment();
    const held = await county.db.commitment.findFirstOrThrow({ where: { state: 'reserved' } });
    await county.db.$transaction((tx) => moveCommitment(tx, held.caseNo, 'released'));
    await county.db.$transaction((tx) => moveCommitment(tx, held.caseNo, 'released'));
    expect((await allotment()).reservedFen).toBe(before.reservedFen - held.amountFen);
  });
});
