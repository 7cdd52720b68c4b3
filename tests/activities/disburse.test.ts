import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { disburse } from '../../activities/disburse.js';
import type { Bank, BankAnswer, TransferOrder } from '../../bank/bank.js';
import { eventually } from '../support/eventually.js';
import { snapshotPayee } from '../../prisma/payee.js';
import { openCounty } from './support/county-at-work.js';
import { ordinaryHouseholds, submit } from './support/submission.js';

/** A bank that follows a script and counts what it was sent. */
class ScriptedBank implements Bank {
  readonly sent: TransferOrder[] = [];
  answers: BankAnswer[] = [];
  words: (BankAnswer | { state: 'nothingOfIt' })[] = [];

  submit(order: TransferOrder): Promise<BankAnswer> {
    this.sent.push(order);
    return Promise.resolve(this.answers.shift() ?? { state: 'unknown' });
  }

  ask(): Promise<BankAnswer | { state: 'nothingOfIt' }> {
    return Promise.resolve(this.words.shift() ?? { state: 'unknown' });
  }
}

describe('a payment on its way', () => {
  const bank = new ScriptedBank();
  const credited = { state: 'credited', creditedAt: '2026-03-01T00:00:00Z' } as const;
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(bank);
    households = await ordinaryHouseholds(county.db, 6);
  });
  afterAll(async () => await county?.close());

  const order = async (state: 'checked' | 'sent' = 'checked') => {
    bank.sent.length = 0;
    const { db, keyring } = county;
    const householdId = households.pop()!;
    const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId });
    const reference = `${caseNo}-P1`;
    await db.payment.create({
      data: {
        ...{ reference, caseNo, attempt: 1, amountFen: 70_000, state, remark: '中蜂养殖补助', preparedById: 'maker' },
        ...{ documentNo: '演财农〔2026〕1号', accountCode: '2130505' },
        ...(await snapshotPayee(db, keyring, householdId)),
      },
    });
    return reference;
  };
  const stateOf = async (reference: string) =>
    (await county.db.payment.findUniqueOrThrow({ where: { reference } })).state;

  test('is paid with its reference, its amount and the name of the subsidy', async () => {
    const reference = await order();
    bank.answers = [credited];
    expect(await disburse(county.world, reference)).toEqual({ kind: 'credited' });
    expect(bank.sent).toMatchObject([{ reference, amountFen: 70_000, remark: '中蜂养殖补助' }]);
  });

  test('whose outcome is unknown is asked about, never sent again', async () => {
    const reference = await order();
    bank.answers = [{ state: 'unknown' }];
    bank.words = [{ state: 'unknown' }, { state: 'accepted' }, credited];
    await expect(disburse(county.world, reference)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
    expect(await stateOf(reference)).toBe('unknown');
    await expect(disburse(county.world, reference)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
    await expect(disburse(county.world, reference)).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
    expect(await stateOf(reference)).toBe('accepted');
    expect(await disburse(county.world, reference)).toEqual({ kind: 'credited' });
    expect(bank.sent).toHaveLength(1);
    const inquiries = await county.db.bankInquiry.findMany({ where: { reference }, orderBy: { id: 'asc' } });
    expect(inquiries.map(({ question, answer }) => `${question}: ${answer}`)).toEqual([
      'submit: unknown',
      'ask: unknown',
      'ask: accepted',
      'ask: credited',
    ]);
  });

  test('that may have left before a process died is asked about first', async () => {
    const reference = await order('sent');
    bank.words = [credited];
    expect(await disburse(county.world, reference)).toEqual({ kind: 'credited' });
    expect(bank.sent).toHaveLength(0);
  });

  test('is sent again only on the word of the bank that it has nothing of it, under the same reference', async () => {
    const reference = await order('sent');
    bank.words = [{ state: 'nothingOfIt' }];
    bank.answers = [credited];
    expect(await disburse(county.world, reference)).toEqual({ kind: 'credited' });
    expect(bank.sent.map((sent) => sent.reference)).toEqual([reference]);
  });

  test('stays settled when a word from before comes late, from a worker that was taken for dead', async () => {
    const reference = await order();
    let say = (_late: BankAnswer) => {};
    const late = new Promise<BankAnswer>((resolve) => (say = resolve));
    const slowBank: Bank = { submit: () => late, ask: () => bank.ask() };
    const slow = disburse({ ...county.world, bank: slowBank }, reference);
    await eventually(
      () => stateOf(reference),
      (state) => state === 'sent',
    );
    await county.db.payment.update({
      where: { reference },
      data: { state: 'returned', returnedReason: 'ACCOUNT_CLOSED' },
    });
    say({ state: 'accepted' });
    await expect(slow).rejects.toMatchObject({ type: 'BANK_HAS_NO_WORD' });
    expect(await stateOf(reference)).toBe('returned');
  });

  test('that was returned says why', async () => {
    const reference = await order();
    bank.answers = [{ state: 'returned', reasonCode: 'ACCOUNT_CLOSED' }];
    expect(await disburse(county.world, reference)).toEqual({ kind: 'returned', reasonCode: 'ACCOUNT_CLOSED' });
  });

  test('is one per case: the database refuses a second one that is alive', async () => {
    const first = await county.db.payment.findFirstOrThrow();
    const second = { ...first, reference: `${first.caseNo}-P2`, attempt: 2 };
    await expect(county.db.payment.create({ data: second })).rejects.toThrow(/Payment_one_alive|Unique constraint/);
  });
});
