import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { signMade, signReview, signThird } from '../../api/acting/sign-rows.js';
import { carrySchedules } from '../../activities/sweeps/carry-schedules.js';
import type { Act } from '../../domain/schemas/act.js';
import type { StoredReview } from '../../domain/schemas/payee-schedule.js';
import { nextScheduleNo } from '../../prisma/schedules.js';
import { sealColumn } from '../../prisma/sealed.js';
import { openWords } from '../../prisma/words.js';
import { householdKey } from '../../prisma/household.js';
import { openCounty } from './support/county-at-work.js';
import { ORDER_FEN, PayingCases } from './support/paying-cases.js';
import { noBank } from './support/quiet-bank.js';
import { ordinaryHouseholds } from './support/submission.js';

const COUNTY = '339901';
const PROGRAMME = 'home-processing';
const away = new Error('the engine is away');
const maker: Act['by'] = { id: 'yl-maker-1', role: 'paymentMaker', officeId: 'yl-relief', areaCode: COUNTY };
const finance: Act['by'] = { id: 'yl-finance-1', role: 'paymentReviewer', officeId: 'yl-finance', areaCode: COUNTY };

describe('补贴清册: a payee schedule', () => {
  let county: Awaited<ReturnType<typeof openCounty>>;
  let households: string[];
  let cases: PayingCases;
  beforeAll(async () => {
    county = await openCounty(noBank);
    households = await ordinaryHouseholds(county.db, 80);
  });
  afterAll(() => county?.close());
  beforeEach(() => {
    cases = new PayingCases(county.world);
  });

  const waiting = async (howMany: number): Promise<string[]> => {
    const caseNos: string[] = [];
    for (const id of households.splice(0, howMany)) caseNos.push(await cases.open(id, PROGRAMME));
    return caseNos.toSorted();
  };
  const insert = (caseNos: readonly string[], madeAt = new Date(), isSigned = false): Promise<string> =>
    county.db.$transaction(async (tx) => {
      const no = await nextScheduleNo(tx, COUNTY, madeAt);
      const lines = { create: caseNos.map((caseNo) => ({ caseNo, state: 'asked' as const })) };
      const made = { state: 'making' as const, madeById: maker.id, madeAt };
      await tx.payeeSchedule.create({
        data: { no, countyCode: COUNTY, programmeCode: PROGRAMME, ...made, lines },
      });
      if (isSigned) await signMade(tx, county.keyring, no, maker);
      return no;
    });
  const make = (caseNos: readonly string[], madeAt = new Date()) => insert(caseNos, madeAt, true);
  const enterReview = async (no: string, review: StoredReview, thirdById?: string) => {
    const data = { state: 'reviewing' as const, reviewedById: finance.id, review: review as object };
    await county.db.payeeSchedule.update({ where: { no }, data: { ...data, ...(thirdById && { thirdById }) } });
    const where = { scheduleNo: no, state: { in: ['asked' as const, 'ordered' as const] } };
    await county.db.payeeScheduleLine.updateMany({ where, data: { state: 'decided' } });
  };
  const decide = async (no: string, review: StoredReview, thirdById?: string) => {
    await enterReview(no, review, thirdById);
    const { db, keyring } = county;
    await signReview(db, keyring, no, { by: finance, awaitsThird: thirdById !== undefined });
    if (thirdById) await signThird(db, keyring, no, { ...finance, id: thirdById });
  };
  const sweep = (page = 50) => carrySchedules({ ...county, cases }, page);
  const schedule = (no: string) => county.db.payeeSchedule.findUniqueOrThrow({ where: { no } });
  const linesOf = (no: string) =>
    county.db.payeeScheduleLine.findMany({ where: { scheduleNo: no }, orderBy: { caseNo: 'asc' } });
  const orderOf = (caseNo: string) =>
    county.db.payment.findFirstOrThrow({ where: { caseNo }, orderBy: { attempt: 'desc' } });

  test('asks every case once, page by page, and then has control totals and a digest of its lines', async () => {
    const caseNos = await waiting(7);
    const no = await make(caseNos);
    await sweep(3);
    expect(cases.carried).toHaveLength(7);
    const lines = await linesOf(no);
    expect(lines.map(({ state, reference }) => [state, reference])).toEqual(
      caseNos.map((caseNo) => ['ordered', `${caseNo}-P1`]),
    );
    const text: string[] = [];
    for (const caseNo of caseNos) {
      const { reference, amountFen, accountId, ...order } = await orderOf(caseNo);
      const { numberHash } = await county.db.account.findUniqueOrThrow({ where: { id: accountId } });
      expect(order).toMatchObject({ scheduleNo: no, preparedById: maker.id, state: 'prepared' });
      text.push(`${reference}|${amountFen}|${numberHash}`);
    }
    const digest = createHash('sha256').update(text.join('\n')).digest('hex');
    expect(await schedule(no)).toMatchObject({ state: 'made', orders: 7, sumFen: 7n * BigInt(ORDER_FEN), digest });
    await sweep(3);
    expect(cases.carried).toHaveLength(7);
  });

  test('goes on where it was broken off, and asks nobody twice', async () => {
    const [one, other, third] = (await waiting(3)) as [string, string, string];
    const no = await make([one, other, third]);
    cases.answers.set(other, away);
    await expect(sweep()).rejects.toBe(away);
    expect((await linesOf(no)).map(({ state }) => state)).toEqual(['ordered', 'asked', 'ordered']);
    expect(await schedule(no)).toMatchObject({ state: 'making', digest: null });
    cases.answers.clear();
    await sweep();
    expect(cases.carried).toHaveLength(3);
    expect(await schedule(no)).toMatchObject({ state: 'made', orders: 3 });
  });

  test('names itself by schedule and case, so that an act that is carried again is the same act', async () => {
    const [caseNo] = (await waiting(1)) as [string];
    const no = await make([caseNo]);
    await sweep();
    const again = createHash('sha256')
      .update(JSON.stringify([no, caseNo, 'paymentPreparation']))
      .digest('hex');
    expect(cases.carried).toEqual([again.slice(0, 32)]);
  });

  test('has on its line why a case refuses; the others are ordered, and it is not in the totals', async () => {
    const [one, kin, changed] = (await waiting(3)) as [string, string, string];
    const no = await make([one, kin, changed]);
    cases.answers.set(kin, 'KIN').set(changed, 'CHANGE_OPEN');
    await sweep();
    expect((await linesOf(no)).map(({ state, refusalCode }) => [state, refusalCode])).toEqual([
      ['ordered', null],
      ['refused', 'KIN'],
      ['refused', 'CHANGE_OPEN'],
    ]);
    expect(await schedule(no)).toMatchObject({ state: 'made', orders: 1, sumFen: BigInt(ORDER_FEN) });
  });

  test('leaves out a case that has given no answer for an hour, and takes in what it does yet as a schedule of one', async () => {
    const [one, silent] = (await waiting(2)) as [string, string];
    const no = await make([one, silent], new Date(Date.now() - 3_700_000));
    cases.answers.set(silent, away);
    await sweep();
    expect(await linesOf(no)).toMatchObject([{ state: 'ordered' }, { state: 'refused', refusalCode: 'UNAVAILABLE' }]);
    expect(await schedule(no)).toMatchObject({ state: 'made', orders: 1 });
    cases.answers.clear();
    await cases.act(silent, 'case', { stage: 'paymentPreparation', verdict: 'prepare', by: maker }, 'late');
    const { scheduleNo } = await orderOf(silent);
    expect(scheduleNo).not.toBe(no);
    expect(await schedule(scheduleNo!)).toMatchObject({ state: 'made', orders: 1 });
  });

  test('of which every case refuses is cancelled', async () => {
    const [caseNo] = (await waiting(1)) as [string];
    const no = await make([caseNo]);
    cases.answers.set(caseNo, 'OWN_DECISION');
    await sweep();
    expect(await schedule(no)).toMatchObject({ state: 'cancelled', orders: 0, sumFen: 0n });
  });

  test('does not take in an order that another maker made on its task: that has a schedule of its own', async () => {
    const [caseNo] = (await waiting(1)) as [string];
    const no = await make([caseNo]);
    const by = { ...maker, id: 'yl-maker-2' };
    await cases.act(caseNo, 'case', { stage: 'paymentPreparation', verdict: 'prepare', by }, 'on-its-task');
    await sweep();
    expect(await linesOf(no)).toMatchObject([{ state: 'refused', refusalCode: 'STAGE_MOVED', reference: null }]);
    const { scheduleNo, reference } = await orderOf(caseNo);
    expect(scheduleNo).not.toBe(no);
    expect(await schedule(scheduleNo!)).toMatchObject({ state: 'made', orders: 1, madeById: 'yl-maker-2' });
    expect(await linesOf(scheduleNo!)).toMatchObject([{ caseNo, state: 'ordered', reference }]);
  });

  test('of one is reviewed with its order, or given back with it', async () => {
    const [passed, returned] = (await waiting(2)) as [string, string];
    for (const caseNo of [passed, returned])
      await cases.act(caseNo, 'case', { stage: 'paymentPreparation', verdict: 'prepare', by: maker }, caseNo);
    const review = async (caseNo: string, verdict: 'pass' | 'return') => {
      const { reference: subject, scheduleNo } = await orderOf(caseNo);
      await cases.act(caseNo, 'case', { stage: 'paymentReview', verdict, subject, by: finance }, `${caseNo}/r`);
      return await schedule(scheduleNo!);
    };
    expect(await review(passed, 'pass')).toMatchObject({ state: 'reviewed', reviewedById: finance.id });
    expect(await review(returned, 'return')).toMatchObject({ state: 'cancelled', reviewedById: finance.id });
    expect(await orderOf(passed)).toMatchObject({ state: 'checked', thirdById: null });
  });

  test('reviewed carries what finance decided into each case, the third signature with it', async () => {
    const [one, other, refusing] = (await waiting(3)) as [string, string, string];
    const no = await make([one, other, refusing]);
    await sweep();
    const words = sealColumn(county.keyring.county(COUNTY).key, 'scheduleWords', '账号与户主不符').toString('base64');
    const excluded = [{ reference: `${other}-P1`, reasonCode: 'PAYMENT_DETAILS_WRONG' as const }];
    await decide(no, { verdict: 'pass', words, excluded }, 'yl-finance-2');
    cases.answers.set(refusing, 'CHANGE_OPEN');
    await sweep();
    expect((await linesOf(no)).map(({ state, refusalCode }) => [state, refusalCode])).toEqual([
      ['passed', null],
      ['returned', null],
      ['refused', 'CHANGE_OPEN'],
    ]);
    expect(await schedule(no)).toMatchObject({ state: 'reviewed', orders: 3 });
    expect(await orderOf(one)).toMatchObject({
      ...{ state: 'checked', reviewedById: finance.id, thirdById: 'yl-finance-2' },
    });
    expect(await orderOf(other)).toMatchObject({ state: 'cancelled' });
    expect(await orderOf(refusing)).toMatchObject({ state: 'prepared' });
    const { householdId } = await county.db.case.findUniqueOrThrow({ where: { caseNo: other } });
    const kept = await county.db.words.findFirstOrThrow({ where: { caseNo: other } });
    const key = await householdKey(county.db, county.keyring, householdId!);
    expect((await openWords(county.db, key, [kept.id])).get(kept.id)).toBe(
      '补贴清册内容有误，退回重新编制：账号与户主不符',
    );
  });

  test('that finance gives back is cancelled, and each of its cases may be on the next', async () => {
    const caseNos = await waiting(2);
    const no = await make(caseNos);
    await sweep();
    await decide(no, { verdict: 'return', reasonCode: 'PAYMENT_DETAILS_WRONG', excluded: [] });
    await sweep();
    expect(await schedule(no)).toMatchObject({ state: 'cancelled', orders: 2 });
    const next = await make(caseNos);
    await sweep();
    expect(await schedule(next)).toMatchObject({ state: 'made', orders: 2 });
    expect((await orderOf(caseNos[0]!)).reference).toBe(`${caseNos[0]}-P2`);
  });

  test('of which finance reviews the orders one by one is reviewed with the last of them', async () => {
    const [one, other] = (await waiting(2)) as [string, string];
    const no = await make([one, other]);
    await sweep();
    const pass = (caseNo: string) => {
      const act: Act = { stage: 'paymentReview', verdict: 'pass', subject: `${caseNo}-P1`, by: finance };
      return cases.act(caseNo, 'case', act, `${caseNo}/r`);
    };
    await pass(one);
    expect(await schedule(no)).toMatchObject({ state: 'made' });
    await pass(other);
    expect(await schedule(no)).toMatchObject({ state: 'reviewed' });
  });

  test('that was written into the database by nobody who signed for it pays nobody, and nothing is signed in his name', async () => {
    const caseNos = await waiting(1);
    const no = await insert(caseNos);
    await sweep();
    expect(await linesOf(no)).toMatchObject([{ state: 'refused', refusalCode: 'UNSIGNED' }]);
    expect(await schedule(no)).toMatchObject({ state: 'cancelled', orders: 0 });
    const other = await insert(caseNos);
    await enterReview(other, { verdict: 'pass', excluded: [] });
    await sweep();
    expect(await schedule(other)).toMatchObject({ state: 'cancelled', reviewedById: null });
    expect(cases.carried).toEqual([]);
    const ofCase = { where: { caseNo: caseNos[0]! } };
    expect([await county.db.actSignature.count(ofCase), await county.db.payment.count(ofCase)]).toEqual([0, 0]);
    const next = await make(caseNos);
    await sweep();
    expect(await schedule(next)).toMatchObject({ state: 'made', orders: 1 });
  });

  test('to which a case was added after it was signed asks none of them', async () => {
    const [one, added] = (await waiting(2)) as [string, string];
    const no = await make([one]);
    await county.db.payeeScheduleLine.create({ data: { scheduleNo: no, caseNo: added, state: 'asked' } });
    await sweep();
    expect(cases.carried).toEqual([]);
    expect(await schedule(no)).toMatchObject({ state: 'cancelled' });
  });

  test.each([
    ['that nobody signed for', undefined],
    ['whose reviewer was changed', { reviewedById: 'yl-finance-2' }],
    ['whose words were changed', { review: { verdict: 'pass', excluded: [], words: 'b3RoZXI=' } }],
    ['to which a third signature was written', { thirdById: 'yl-finance-2' }],
  ])('a review %s passes nothing: finance reviews the schedule anew', async (_, changed) => {
    const caseNos = await waiting(1);
    const no = await make(caseNos);
    await sweep();
    const pass: StoredReview = { verdict: 'pass', excluded: [] };
    if (!changed) await enterReview(no, pass);
    else {
      await decide(no, pass);
      await county.db.payeeSchedule.update({ where: { no }, data: changed });
    }
    await sweep();
    expect(cases.carried).toHaveLength(1);
    expect(await schedule(no)).toMatchObject({ state: 'made', reviewedById: null, thirdById: null, review: null });
    expect(await orderOf(caseNos[0]!)).toMatchObject({ state: 'prepared', reviewedById: null });
    await decide(no, pass);
    await sweep();
    expect(await schedule(no)).toMatchObject({ state: 'reviewed', reviewedById: finance.id });
  });

  test('whose order is excluded only after its review was signed, or put in since, is reviewed anew', async () => {
    const [one, other, later] = (await waiting(3)) as [string, string, string];
    const no = await make([one, other]);
    const another = await make([later]);
    await sweep();
    const excluded = [{ reference: `${other}-P1`, reasonCode: 'PAYMENT_DETAILS_WRONG' as const }];
    await decide(no, { verdict: 'pass', excluded });
    await county.db.payeeSchedule.update({ where: { no }, data: { review: { verdict: 'pass', excluded: [] } } });
    await sweep();
    expect(await schedule(no)).toMatchObject({ state: 'made' });
    await decide(another, { verdict: 'pass', excluded: [] });
    const line = { scheduleNo: another, caseNo: one, reference: `${one}-P1`, state: 'decided' as const };
    await county.db.payeeScheduleLine.create({ data: line });
    await sweep();
    expect(await schedule(another)).toMatchObject({ state: 'made' });
    for (const caseNo of [one, other, later]) expect(await orderOf(caseNo)).toMatchObject({ state: 'prepared' });
  });

  test('keeps what was signed of it', async () => {
    const no = await make(await waiting(1));
    await sweep();
    const change = (data: object) => county.db.payeeSchedule.update({ where: { no }, data });
    await expect(change({ sumFen: 1n })).rejects.toThrow('cannot be changed');
    await expect(change({ digest: 'a'.repeat(64) })).rejects.toThrow('cannot be changed');
    await expect(county.db.payeeSchedule.delete({ where: { no } })).rejects.toThrow();
  });
});
