import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { disburse } from '../../activities/disburse.js';
import { openCounty } from './support/county-at-work.js';
import { reviewedOrder } from './support/orders.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

describe('A case that began before there were batches asks what became of its payment', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 12);
  });
  afterAll(async () => await county?.close());

  const order = (of: Parameters<typeof reviewedOrder>[2]) => reviewedOrder(county, households.pop()!, of);
  const asked = async (reference: string) => await disburse(county.world, reference);

  test.each(['checked', 'batched', 'sent', 'unknown', 'accepted'] as const)(
    'and has no answer while the order is %s; the question is asked again',
    async (state) => {
      const reference = await order({ state });
      await expect(asked(reference)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD', nonRetryable: false });
    },
  );

  test('and hears that it is on the account, whatever is claimed back of it', async () => {
    expect(await asked(await order({ state: 'credited' }))).toEqual({ kind: 'credited' });
    expect(await asked(await order({ state: 'recovered' }))).toEqual({ kind: 'credited' });
  });

  test('and hears that it came back, and why', async () => {
    const returnedReason = 'ACCOUNT_CLOSED';
    const back = { kind: 'returned', reasonCode: returnedReason };
    expect(await asked(await order({ state: 'returned', returnedReason }))).toEqual(back);
    expect(await asked(await order({ state: 'reissued', returnedReason }))).toEqual(back);
  });

  test('and hears why it never left the house: its payee was changed, or is not known to the bank', async () => {
    const reference = await order({ state: 'cancelled', returnedReason: 'PAYEE_CHANGED' });
    expect(await asked(reference)).toEqual({ kind: 'returned', reasonCode: 'PAYEE_CHANGED' });
  });
});

describe('A payment', () => {
  test('is one per case: the database refuses a second one that is alive', async () => {
    const county = await openCounty(noBank);
    try {
      const [householdId] = await ordinaryHouseholds(county.db, 1);
      await reviewedOrder(county, householdId!);
      const first = await county.db.payment.findFirstOrThrow();
      const second = { ...first, reference: `${first.caseNo}-P2`, attempt: 2 };
      await expect(county.db.payment.create({ data: second })).rejects.toThrow(/Payment_one_alive|Unique constraint/);
    } finally {
      await county.close();
    }
  });
});
