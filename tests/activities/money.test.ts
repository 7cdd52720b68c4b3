import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { reserve } from '../../activities/reserve.js';
import { release } from '../../prisma/commitments.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { leaveAvailable, shown } from '../ledger/support/books.js';
import { openCounty } from './support/county-at-work.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

describe('an allotment', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let cases: string[];
  const programmeCode = 'beekeeping';
  const allotmentId = `339901-${new Date().getUTCFullYear()}-${programmeCode}`;
  const fen = (kind: 'available' | 'reserved') => shown(county.db, allotmentId, kind);
  beforeAll(async () => {
    county = await openCounty(noBank);
    const households = await ordinaryHouseholds(county.db, 40);
    cases = await Promise.all(households.map((householdId) => submit(county.db, { programmeCode, householdId })));
    await leaveAvailable(county.db, allotmentId, 1_000_000n);
  });
  afterAll(async () => await county?.close());

  test('is never overdrawn, however many are approved at once', async () => {
    const answers = await Promise.all(cases.map((caseNo) => reserve(county.world, caseNo, 70_000)));
    expect(answers.filter(({ kind }) => kind === 'reserved')).toHaveLength(14);
    expect(answers.filter(({ kind }) => kind === 'short')).toHaveLength(26);
    expect([await fen('reserved'), await fen('available')]).toEqual([980_000n, 20_000n]);
  });

  test('is asked once per case, however often the activity runs', async () => {
    const { caseNo } = await county.db.commitment.findFirstOrThrow();
    await Promise.all([1, 2, 3].map(() => reserve(county.world, caseNo, 70_000)));
    expect(await fen('reserved')).toBe(980_000n);
  });

  test('gets an amended reservation in place of the one before', async () => {
    const { caseNo } = await county.db.commitment.findFirstOrThrow();
    expect(await reserve(county.world, caseNo, 90_000)).toEqual({ kind: 'reserved' });
    expect([await fen('reserved'), await fen('available')]).toEqual([1_000_000n, 0n]);
  });

  test('that is short of an amended amount gets back what was reserved, and may be asked again', async () => {
    const { caseNo } = await county.db.commitment.findFirstOrThrow({ where: { amountFen: 90_000 } });
    expect(await reserve(county.world, caseNo, 90_001)).toEqual({ kind: 'short' });
    expect(await fen('available')).toBe(90_000n);
    expect(await reserve(county.world, caseNo, 90_000)).toEqual({ kind: 'reserved' });
    expect(await fen('available')).toBe(0n);
  });

  test('gets back what a case had set aside and did not need', async () => {
    const before = await fen('reserved');
    const held = await county.db.commitment.findFirstOrThrow({ where: { state: 'reserved' } });
    const close = () => county.db.$transaction((tx) => release(tx, held.caseNo, { key: `${held.caseNo}/case/9` }));
    await close();
    await close();
    expect(await fen('reserved')).toBe(before - held.amountFen);
  });

  test('shows what its entries sum to, and what the cases hold', async () => {
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });
});
