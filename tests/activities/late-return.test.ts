import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { record } from '../../activities/record/record.js';
import { collectReports } from '../../activities/sweeps/collect-reports.js';
import type { Act, Actor } from '../../domain/schemas/act.js';
import type { Strand } from '../../domain/schemas/application.js';
import type { Transition } from '../../domain/schemas/transition.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openMessage } from '../../prisma/outbox.js';
import { orderedCase } from '../api/support/ordered-case.js';
import { openCounty } from './support/county-at-work.js';
import { line, reportingBank } from './support/reporting-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

type Step = Transition extends infer T ? (T extends Transition ? Omit<T, 'seq' | 'at'> : never) : never;

const official = (id: string, role: Actor['role'], officeId: string): Actor => ({
  id,
  role,
  officeId,
  areaCode: '339901',
});
const MAKER = official('yl-maker-1', 'paymentMaker', 'yl-relief');
const FINANCE = official('yl-finance-1', 'paymentReviewer', 'yl-finance');

describe('退汇: money that comes back after it was credited', () => {
  const bank = reportingBank();
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  beforeAll(async () => {
    county = await openCounty(bank);
    households = await ordinaryHouseholds(county.db, 5);
  });
  afterAll(async () => await county?.close());
  afterEach(async () => expect(await ledgerDifferences(county.db)).toEqual([]));

  /** Writes further steps of a strand, together, as the workflow does. */
  const write = async (caseNo: string, strand: Strand, ...steps: Step[]) => {
    const { _max } = await county.db.caseEvent.aggregate({ where: { caseNo, strand }, _max: { seq: true } });
    const first = 1 + (_max.seq ?? 0);
    const numbered = steps.map((step, index) => ({ seq: first + index, at: Date.now(), ...step }) as Transition);
    return await record(county.world, caseNo, strand, numbered);
  };
  const entered = (stage: Act['stage'], subject?: string): Step => ({
    ...{ kind: 'entered', stage },
    ...(subject !== undefined && { subject }),
  });
  const acted = (act: Act): Step => ({ kind: 'acted', act });
  const settled = (reference: string, result: 'credited' | 'returned'): Step => ({
    ...{ kind: 'paymentSettled', reference, result },
    ...(result === 'returned' && { reasonCode: 'ACCOUNT_CLOSED' }),
  });
  const completed: Step = { kind: 'closed', outcome: { kind: 'completed', amountFen: 70_000 } };
  let reports = 0;
  const reported = async (says: 'credited' | 'returned', reference: string, bookedAt?: string) => {
    bank.report(`report-${(reports += 1)}`, [line(says, reference, bookedAt === undefined ? {} : { bookedAt })]);
    await collectReports({ ...county, bank, cases: undefined as never }, 50);
  };
  const caseRow = (caseNo: string) => county.db.case.findUniqueOrThrow({ where: { caseNo } });
  const stateOf = async (reference: string) =>
    (await county.db.payment.findUniqueOrThrow({ where: { reference } })).state;
  const commitmentOf = async (caseNo: string) =>
    (await county.db.commitment.findFirstOrThrow({ where: { caseNo } })).state;
  const smsOf = async (caseNo: string) => {
    const rows = await county.db.outboxMessage.findMany({ where: { channel: 'sms' }, orderBy: { createdAt: 'asc' } });
    return rows.map((row) => openMessage(county.keyring, row).text).filter((text) => text.includes(caseNo));
  };

  /** A case whose order was credited, told, and that closed. */
  const paidCase = async () => {
    const householdId = households.pop()!;
    const caseNo = await orderedCase(county, { householdId, state: 'sent' });
    await write(caseNo, 'case', entered('bankTransfer', `${caseNo}-P1`));
    await reported('credited', `${caseNo}-P1`);
    await write(caseNo, 'case', settled(`${caseNo}-P1`, 'credited'), completed);
    return { caseNo, householdId };
  };
  /** From the household's account to the next order, reviewed and with the bank. */
  const orderAgain = async (caseNo: string, householdId: string, reference: string) => {
    await write(
      ...([caseNo, 'return'] as const),
      acted({ stage: 'accountCorrection', verdict: 'confirmAccount', by: { id: householdId, role: 'household' } }),
      entered('paymentPreparation'),
    );
    await write(
      ...([caseNo, 'return'] as const),
      acted({ stage: 'paymentPreparation', verdict: 'prepare', by: MAKER }),
      { kind: 'paymentOrdered', reference, amountFen: 70_000 },
      entered('paymentReview', reference),
    );
    await write(
      ...([caseNo, 'return'] as const),
      acted({ stage: 'paymentReview', verdict: 'pass', by: FINANCE, subject: reference }),
      entered('bankTransfer', reference),
    );
    await county.db.payment.update({ where: { reference, state: 'checked' }, data: { state: 'sent' } });
  };

  test('is paid anew in the same case, by an order that is linked to the first', async () => {
    const { caseNo, householdId } = await paidCase();
    expect(await caseRow(caseNo)).toMatchObject({ running: false, stage: 'closed' });
    await reported('returned', `${caseNo}-P1`, '2026-03-05T02:00:00.000Z');
    await write(caseNo, 'return', entered('accountCorrection'));
    expect((await smsOf(caseNo)).at(-1)).toMatch(
      /，700\.00元到账后又被银行退回（账户已销户）.*收款账户.*无需重新申请/u,
    );
    const open = await county.db.task.findMany({ where: { caseNo, closedAt: null } });
    expect(open).toMatchObject([{ strand: 'return', stage: 'accountCorrection', role: 'household' }]);

    await orderAgain(caseNo, householdId, `${caseNo}-P2`);
    expect(await county.db.payment.findUniqueOrThrow({ where: { reference: `${caseNo}-P2` } })).toMatchObject({
      ...{ attempt: 2, replaces: `${caseNo}-P1`, preparedById: 'yl-maker-1', reviewedById: 'yl-finance-1' },
    });
    expect(await stateOf(`${caseNo}-P1`)).toBe('reissued');
    expect((await caseRow(caseNo)).stage).toBe('bankTransfer');

    await reported('credited', `${caseNo}-P2`, '2026-03-09T02:00:00.000Z');
    await write(caseNo, 'return', settled(`${caseNo}-P2`, 'credited'), completed);
    expect(await caseRow(caseNo)).toMatchObject({ running: false, stage: 'closed', outcome: { kind: 'completed' } });
    expect([await commitmentOf(caseNo), await county.db.review.count({ where: { caseNo } })]).toEqual(['spent', 1]);
    expect(await county.db.payment.count({ where: { caseNo, untold: true } })).toBe(0);
    const booked = await county.db.ledgerTransaction.findMany({ where: { caseNo }, orderBy: { at: 'asc' } });
    expect(booked.map(({ kind, reference }) => [kind, reference?.slice(-2) ?? null]).slice(-3)).toEqual([
      ['spent', 'P1'],
      ['returned', 'P1'],
      ['spent', 'P2'],
    ]);
  });

  test('comes back a second time: the case is opened again, and goes on with its numbers', async () => {
    const { caseNo, householdId } = await paidCase();
    await reported('returned', `${caseNo}-P1`, '2026-03-05T02:00:00.000Z');
    await write(caseNo, 'return', entered('accountCorrection'));
    await orderAgain(caseNo, householdId, `${caseNo}-P2`);
    await reported('credited', `${caseNo}-P2`, '2026-03-09T02:00:00.000Z');
    await write(caseNo, 'return', settled(`${caseNo}-P2`, 'credited'), completed);
    const steps = await county.db.caseEvent.count({ where: { caseNo, strand: 'return' } });
    await reported('returned', `${caseNo}-P2`, '2026-03-12T02:00:00.000Z');
    const { input } = await county.db.paymentReturn.findUniqueOrThrow({ where: { reference: `${caseNo}-P2` } });
    expect(input).toMatchObject({ nextAttempt: 3, firstSeq: steps + 1, reference: `${caseNo}-P2` });
    // Whoever made and reviewed the order before does so again: nobody else is barred from it, and nobody new let in.
    expect((input as { decisions: object[] }).decisions).toMatchObject([
      { stage: 'paymentPreparation', officialId: 'yl-maker-1' },
      { stage: 'paymentReview', officialId: 'yl-finance-1' },
    ]);
    expect(await caseRow(caseNo)).toMatchObject({ running: true, stage: 'accountCorrection' });
  });

  test('while its case is about to close on the credit, opens it again all the same', async () => {
    const caseNo = await orderedCase(county, { householdId: households.pop()!, state: 'sent' });
    await write(caseNo, 'case', entered('bankTransfer', `${caseNo}-P1`));
    await reported('credited', `${caseNo}-P1`);
    await reported('returned', `${caseNo}-P1`, '2026-03-05T02:00:00.000Z');
    expect(await county.db.paymentReturn.count({ where: { caseNo } })).toBe(0);
    // It had heard of the credit before, and closes on it.
    await write(caseNo, 'case', settled(`${caseNo}-P1`, 'credited'), completed);
    expect(await caseRow(caseNo)).toMatchObject({ running: true, stage: 'accountCorrection' });
    expect(await county.db.paymentReturn.count({ where: { caseNo } })).toBe(1);
    expect([await stateOf(`${caseNo}-P1`), await commitmentOf(caseNo)]).toEqual(['returned', 'committed']);
    expect(await county.db.review.count({ where: { caseNo } })).toBe(0);
  });

  test('before its case has heard of the credit, is told as a return: the case stays open', async () => {
    const caseNo = await orderedCase(county, { householdId: households.pop()!, state: 'sent' });
    await write(caseNo, 'case', entered('bankTransfer', `${caseNo}-P1`));
    await reported('credited', `${caseNo}-P1`);
    await reported('returned', `${caseNo}-P1`, '2026-03-05T02:00:00.000Z');
    await write(caseNo, 'case', settled(`${caseNo}-P1`, 'returned'), entered('accountCorrection'));
    expect(await caseRow(caseNo)).toMatchObject({ running: true, reopenedAt: null, stage: 'accountCorrection' });
    expect((await smsOf(caseNo)).at(-1)).toMatch(/未能付到账户（账户已销户）/u);
    expect(await county.db.payment.count({ where: { caseNo, untold: true } })).toBe(0);
  });

  test('an order that its batch had cancelled already is cancelled once, and the next takes nobody’s place', async () => {
    const caseNo = await orderedCase(county, { householdId: households.pop()!, state: 'cancelled' });
    const changed = { returnedReason: 'PAYEE_CHANGED', untold: true };
    await county.db.payment.update({ where: { reference: `${caseNo}-P1` }, data: changed });
    const cancelled: Step = { kind: 'paymentCancelled', reference: `${caseNo}-P1`, reasonCode: 'PAYEE_CHANGED' };
    await write(caseNo, 'case', cancelled, entered('paymentPreparation'));
    await write(
      ...([caseNo, 'case'] as const),
      acted({ stage: 'paymentPreparation', verdict: 'prepare', by: MAKER }),
      { kind: 'paymentOrdered', reference: `${caseNo}-P2`, amountFen: 70_000 },
      entered('paymentReview', `${caseNo}-P2`),
    );
    const orders = await county.db.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
    expect(orders.map(({ state, untold, replaces }) => [state, untold, replaces])).toEqual([
      ['cancelled', false, null],
      ['prepared', false, null],
    ]);
  });
});
