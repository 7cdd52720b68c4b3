import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { reserve } from '../../activities/reserve.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { snapshotPayee } from '../../prisma/payee.js';
import { openCounty } from '../activities/support/county-at-work.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';

const at = Date.now();
const closed: Transition = {
  ...{ seq: 2, at, kind: 'closed' },
  outcome: { kind: 'withdrawn', stage: 'noticePosting' },
};

describe('what the recorder writes about the money of a case', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 2);
  });
  afterAll(async () => await county?.close());

  const reservedCase = async (householdId: string) => {
    const caseNo = await submit(county.db, { programmeCode: 'beekeeping', householdId });
    await reserve(county.world, caseNo, 70_000);
    return caseNo;
  };
  const write = (caseNo: string, steps: readonly Transition[]) => record(county.world, caseNo, 'case', steps);
  /** Each transaction of a case with what it moved. */
  const booked = async (caseNo: string) => {
    const where = { caseNo };
    const rows = await county.db.ledgerTransaction.findMany({
      where,
      include: { entries: true },
      orderBy: { at: 'asc' },
    });
    return rows.map(({ kind, entries }) => [kind, Number(entries.find(({ amountFen }) => amountFen > 0n)!.amountFen)]);
  };

  test('is in the ledger once per step, however often the step is recorded; spent is what was credited', async () => {
    const [householdId] = households as [string];
    const caseNo = await reservedCase(householdId);
    const steps: Transition[] = [
      { seq: 1, at, kind: 'committed', decisionNo: '扶直〔2026〕1号', amountFen: 70_000 },
      { seq: 2, at, kind: 'amountSet', quantity: 1, amountFen: 50_000 },
      { seq: 3, at, kind: 'paymentSettled', reference: `${caseNo}-P1`, result: 'credited' },
    ];
    await write(caseNo, steps.slice(0, 2));
    await county.db.payment.create({
      data: {
        ...{ reference: `${caseNo}-P1`, caseNo, attempt: 1, amountFen: 45_000, state: 'sent', remark: '中蜂养殖补助' },
        ...{ documentNo: '1', accountCode: '1', preparedById: 'maker' },
        ...(await snapshotPayee(county.db, county.keyring, householdId)),
      },
    });
    await write(caseNo, steps.slice(2));
    const once = [
      ['reserved', 70_000],
      ['committed', 70_000],
      ['lowered', 20_000],
      ['spent', 45_000],
    ];
    expect(await booked(caseNo)).toEqual(once);
    await write(caseNo, steps);
    expect(await booked(caseNo)).toEqual(once);
  });

  test('stays committed beyond what was credited, for the instalments that follow, until the case ends', async () => {
    const { caseNo } = await county.db.payment.findFirstOrThrow();
    const held = () => county.db.commitment.findFirstOrThrow({ where: { caseNo } });
    expect(await held()).toMatchObject({ state: 'committed', amountFen: 50_000n, spentFen: 45_000n });
    const completed: Transition = { seq: 4, at, kind: 'closed', outcome: { kind: 'completed', amountFen: 45_000 } };
    await write(caseNo, [completed]);
    expect(await held()).toMatchObject({ state: 'spent', amountFen: 45_000n, spentFen: 45_000n });
    expect((await booked(caseNo)).at(-1)).toEqual(['released', 5_000]);
  });

  test('gives back what a case held that ends without its money', async () => {
    const caseNo = await reservedCase(households[1]!);
    await write(caseNo, [{ seq: 1, at, kind: 'reserved', amountFen: 70_000 }, closed]);
    expect(await booked(caseNo)).toEqual([
      ['reserved', 70_000],
      ['released', 70_000],
    ]);
  });

  test('agrees with the ledger', async () => {
    expect(await ledgerDifferences(county.db)).toEqual([]);
  });
});
