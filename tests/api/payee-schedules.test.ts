import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import Excel from 'exceljs';
import { headOf } from '../../prisma/household.js';
import { awaitingPayment } from '../activities/support/awaiting-payment.js';
import { noBank } from '../activities/support/quiet-bank.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { newPolicy } from '../support/new-version.js';
import { type Api, openApi } from './support/api.js';
import { official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const PROGRAMME = 'home-processing';
const URL = '/api/payee-schedules';
const GIVEN_BACK = { reasonCode: 'PAYMENT_DETAILS_WRONG', words: '账号与户主不符' };

describe('补贴清册, on real servers', () => {
  let api: Api;
  let maker: Visitor;
  let finance: Visitor;
  let otherFinance: Visitor;
  let cases: string[];
  beforeAll(async () => {
    api = await openApi(noBank);
    maker = await official(api, 'yl-maker-1');
    finance = await official(api, 'yl-finance-1');
    otherFinance = await official(api, 'yl-finance-2');
    const households = await ordinaryHouseholds(api.db, 7);
    cases = (await Promise.all(households.map((id) => awaitingPayment(api, id)))).toSorted();
  });
  afterAll(() => api?.close());

  const make = async (caseNos: readonly string[]): Promise<string> => {
    const { status, body } = await maker.post(URL, { programme: PROGRAMME, caseNos });
    expect([status, body.state?.code]).toEqual([201, 'making']);
    return body.no as string;
  };
  /** The schedule as soon as it is where it is awaited. */
  const at = async (no: string, ...states: string[]) => {
    const { body } = await eventually(
      () => finance.get(`${URL}/${no}?limit=100`),
      (answer) => states.includes(answer.body.state.code as string),
    );
    return body;
  };
  const sign = (visitor: Visitor, no: string, step: 'review' | 'signature', said: object) =>
    visitor.post(`${URL}/${no}/${step}`, said);
  const nameOf = async (caseNo: string) => {
    const { householdId } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    return (await headOf(api.db, api.keyring, householdId!)).name;
  };

  test('is made once of the cases that were named, with control totals and a digest of its lines', async () => {
    const body = { programme: PROGRAMME, caseNos: cases.slice(0, 2) };
    const [first, again] = await Promise.all([1, 2].map(() => maker.post(URL, body, { key: 'once-and-for-all' })));
    expect(first!.status).toBe(201);
    expect(again!.body).toEqual(first!.body);
    const made = await at(first!.body.no, 'made');
    const text: string[] = [];
    for (const { reference } of made.lines.items) {
      const { amountFen, accountId } = await api.db.payment.findUniqueOrThrow({ where: { reference } });
      const { numberHash } = await api.db.account.findUniqueOrThrow({ where: { id: accountId } });
      text.push(`${reference}|${amountFen}|${numberHash}`);
    }
    expect(text).toHaveLength(2);
    expect(made).toMatchObject({
      ...{ orders: 2, cases: 2, counts: [{ state: { code: 'ordered' }, lines: 2 }], aboveLimit: false },
      digest: createHash('sha256').update(text.toSorted().join('\n')).digest('hex'),
      madeBy: { office: '演练县扶贫办公室' },
    });
    expect(made.sumFen).toBe(
      made.lines.items.reduce((sum: number, line: { amountFen: number }) => sum + line.amountFen, 0),
    );
    const name = await nameOf(cases[0]!);
    expect(made.lines.items[0].applicant).toBe(name.charAt(0) + '*'.repeat(name.length - 1));

    const listed = await maker.get(`${URL}?programme=${PROGRAMME}&state=made`);
    expect(listed.body.items.map(({ no }: { no: string }) => no)).toContain(made.no);
    const { body: view } = await finance.get(`/api/cases/${cases[0]}`);
    expect(view.payments[0].schedule).toMatchObject({ no: made.no, orders: 2 });
  });

  test('is refused where there is nothing to be ordered, and for cases that are not of the programme', async () => {
    const none = await maker.post(URL, { programme: 'e-commerce' });
    expect([none.status, none.body.code]).toEqual([409, 'SCHEDULE_EMPTY']);
    const other = await maker.post(URL, { programme: 'e-commerce', caseNos: [cases[5]] });
    expect([other.status, other.body.errors[0].field]).toEqual([400, 'caseNos.0']);
    expect((await finance.post(URL, { programme: PROGRAMME })).body.code).toBe('NOT_ALLOWED');
  });

  test('is reviewed by what was seen, and by nobody who made it or sits in the same office', async () => {
    const no = (await api.db.payeeSchedule.findFirstOrThrow({ where: { orders: 2 } })).no;
    const { digest } = await at(no, 'made');
    await api.db.official.update({ where: { id: 'yl-maker-1' }, data: { roles: ['paymentMaker', 'paymentReviewer'] } });
    await api.db.official.update({ where: { id: 'yl-maker-2' }, data: { roles: ['paymentMaker', 'paymentReviewer'] } });
    const colleague = await official(api, 'yl-maker-2');
    const pass = { digest, verdict: 'pass' };
    expect((await sign(maker, no, 'review', pass)).body.code).toBe('OWN_DECISION');
    expect((await sign(colleague, no, 'review', pass)).body.code).toBe('OWN_OFFICE');
    const unseen = await sign(finance, no, 'review', { digest: 'a'.repeat(64), verdict: 'pass' });
    expect([unseen.status, unseen.body.code]).toEqual([409, 'SCHEDULE_CHANGED']);
    const unexplained = await sign(finance, no, 'review', { digest, verdict: 'return' });
    expect(unexplained.body.errors.map(({ field }: { field: string }) => field)).toEqual(['reasonCode', 'words']);
    const stranger = { reference: `${cases[6]}-P1`, reasonCode: GIVEN_BACK.reasonCode };
    const notOnIt = await sign(finance, no, 'review', { ...pass, words: GIVEN_BACK.words, excluded: [stranger] });
    expect([notOnIt.status, notOnIt.body.errors[0].field]).toEqual([400, 'excluded.0.reference']);
    expect(await at(no, 'made')).toMatchObject({ reviewedBy: null, review: null });
  });

  test('passes as a whole but for what is excluded, which goes back to whoever makes the orders', async () => {
    const no = (await api.db.payeeSchedule.findFirstOrThrow({ where: { orders: 2 } })).no;
    const { digest, lines } = await at(no, 'made');
    const [kept, out] = lines.items as [{ caseNo: string }, { caseNo: string; reference: string }];
    const excluded = [{ reference: out.reference, reasonCode: GIVEN_BACK.reasonCode }];
    const answer = await sign(finance, no, 'review', { digest, verdict: 'pass', words: GIVEN_BACK.words, excluded });
    expect([answer.status, answer.body.state.code]).toEqual([200, 'reviewing']);
    const reviewed = await at(no, 'reviewed');
    expect(reviewed.lines.items.map(({ state }: { state: { code: string } }) => state.code)).toEqual([
      'passed',
      'returned',
    ]);
    expect(reviewed.review).toMatchObject({ verdict: { code: 'pass' }, words: GIVEN_BACK.words });
    const paid = await api.db.payment.findFirstOrThrow({ where: { caseNo: kept.caseNo } });
    expect(paid).toMatchObject({ reviewedById: 'yl-finance-1', thirdById: null, scheduleNo: no });
    expect(await api.db.payment.findFirst({ where: { caseNo: out.caseNo } })).toMatchObject({ state: 'cancelled' });
    const { body: timeline } = await finance.get(`/api/cases/${out.caseNo}/timeline`);
    expect(JSON.stringify(timeline)).toContain(GIVEN_BACK.words);
    expect((await sign(otherFinance, no, 'review', { digest, verdict: 'pass' })).body.code).toBe('SCHEDULE_MOVED');

    const next = await maker.post(URL, { programme: PROGRAMME, caseNos: [out.caseNo] });
    const { lines: again } = await at(next.body.no as string, 'made');
    expect(again.items).toMatchObject([{ caseNo: out.caseNo, reference: `${out.caseNo}-P2` }]);
  });

  test('says in words why a case is not on it, and warns of what keeps an order from leaving', async () => {
    const [, , changed, blocked] = cases as [string, string, string, string];
    const householdOf = async (caseNo: string) =>
      (await api.db.case.findUniqueOrThrow({ where: { caseNo } })).householdId!;
    const [changing, householdId] = [await householdOf(changed), await householdOf(blocked)];
    await api.db.householdChange.create({
      data: { householdId: changing, kind: 'move', occurredOn: '2026-11-01', reportedBy: 'yl-checker-1' },
    });
    await eventually(
      () => api.db.task.findFirst({ where: { caseNo: changed, stage: 'householdChange', closedAt: null } }),
      (task) => task !== null,
    );
    const account = await api.db.account.findFirstOrThrow({ where: { householdId, current: true } });
    const helper = await api.db.helper.findFirstOrThrow();
    await api.db.helper.update({ where: { id: helper.id }, data: { accountHash: account.numberHash } });
    const task = await api.db.task.findFirstOrThrow({ where: { caseNo: blocked, closedAt: null } });
    const warning = [{ code: 'ACCOUNT_OF_HELPER' }];
    const { body: before } = await maker.get(`/api/tasks/${task.id}`);
    expect(before.findings.filter(({ code }: { code: string }) => code.startsWith('ACCOUNT_OF'))).toMatchObject(
      warning,
    );

    const { lines, orders } = await at(await make([changed, blocked]), 'made');
    expect(orders).toBe(1);
    const line = (caseNo: string) => lines.items.find((one: { caseNo: string }) => one.caseNo === caseNo);
    expect(line(changed)).toMatchObject({
      state: { code: 'refused' },
      refusal: { zh: expect.stringContaining('变化') },
    });
    expect(line(blocked)).toMatchObject({ state: { code: 'ordered' }, refusal: null, warnings: warning });
    const review = await api.db.task.findFirstOrThrow({ where: { caseNo: blocked, stage: 'paymentReview' } });
    const { body: after } = await finance.get(`/api/tasks/${review.id}`);
    expect(after.findings).toEqual(expect.arrayContaining([expect.objectContaining(warning[0]!)]));
  });

  test('can be had as an Excel and as a CSV file, without names or numbers of accounts', async () => {
    const no = (await api.db.payeeSchedule.findFirstOrThrow({ where: { orders: 2 } })).no;
    const xlsx = await finance.get(`${URL}/${no}/export`);
    expect(xlsx.headers.get('content-disposition')).toContain(`${no}.xlsx`);
    const workbook = new Excel.Workbook();
    await workbook.xlsx.load(Uint8Array.from(xlsx.body as Buffer).buffer);
    const sheet = workbook.worksheets[0]!;
    expect(sheet.rowCount).toBe(4);
    expect(sheet.getCell('A2').value).toBe(cases[0]);
    expect(sheet.getCell('E4').value).toBe(Number(sheet.getCell('E2').value) + Number(sheet.getCell('E3').value));
    const csv = await finance.get(`${URL}/${no}/export?format=csv`);
    const text = (csv.body as Buffer).toString();
    expect(text.startsWith('\uFEFF办件编号,')).toBe(true);
    expect(text).toContain('合计 2 笔');
    expect(text).not.toContain(await nameOf(cases[0]!));
  });

  test('above the limit waits for a third person, who may also give it back', async () => {
    await newPolicy(api.db, ({ payments }) => ({ payments: { ...payments, thirdSignatureAboveFen: 1 } }));
    const no = await make([cases[4]!]);
    const { digest, aboveLimit } = await at(no, 'made');
    expect(aboveLimit).toBe(true);
    const pass = { digest, verdict: 'pass' };
    expect((await sign(finance, no, 'review', pass)).body.state.code).toBe('countersigning');
    const agrees = { digest, agrees: true };
    expect((await sign(finance, no, 'signature', agrees)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign(maker, no, 'signature', agrees)).body.code).toBe('OWN_DECISION');
    expect((await sign(otherFinance, no, 'signature', { digest, agrees: false })).body.state.code).toBe('made');
    expect((await sign(otherFinance, no, 'review', pass)).body.state.code).toBe('countersigning');
    expect((await sign(finance, no, 'signature', agrees)).body.state.code).toBe('reviewing');
    const { lines } = await at(no, 'reviewed');
    expect(lines.items).toMatchObject([{ state: { code: 'passed' } }]);
    expect(await api.db.payment.findFirst({ where: { caseNo: cases[4]! } })).toMatchObject({
      ...{ reviewedById: 'yl-finance-2', thirdById: 'yl-finance-1' },
    });
  });

  test('is not needed for a single order: on its task, above the limit of its case, two of finance sign', async () => {
    const caseNo = cases[5]!;
    const taskAt = (stage: 'paymentPreparation' | 'paymentReview') =>
      eventually(
        () => api.db.task.findFirst({ where: { caseNo, stage, closedAt: null } }),
        (task) => task !== null,
      ).then((task) => task!.id);
    const prepare = { stage: 'paymentPreparation', verdict: 'prepare' };
    await maker.post(`/api/tasks/${await taskAt('paymentPreparation')}/decision`, prepare);
    const { input } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    const limited = { ...(input as object), thirdSignatureAboveFen: 1 };
    await api.db.case.update({ where: { caseNo }, data: { input: limited } });
    const id = await taskAt('paymentReview');
    expect((await finance.get(`/api/tasks/${id}`)).body.signatures).toBe(2);
    const first = await finance.post(`/api/tasks/${id}/decision`, { stage: 'paymentReview', verdict: 'pass' });
    expect([first.status, first.body.awaitsSecondSignature]).toEqual([201, true]);
    const signature = { digest: first.body.digest, agrees: true };
    expect((await otherFinance.post(`/api/tasks/${id}/signature`, signature)).status).toBe(200);
    const order = await api.db.payment.findFirstOrThrow({ where: { caseNo }, include: { schedule: true } });
    expect(order).toMatchObject({ reviewedById: 'yl-finance-1', thirdById: 'yl-finance-2' });
    expect(order.schedule).toMatchObject({ state: 'reviewed', orders: 1, thirdById: 'yl-finance-2' });
  });

  test('without numbers takes every case that waits for it', async () => {
    const { body } = await maker.post(URL, { programme: PROGRAMME });
    const { lines } = await at(body.no as string, 'made');
    const waiting = lines.items.map(({ caseNo }: { caseNo: string }) => caseNo);
    expect(waiting).toContain(cases[6]);
    expect(waiting).not.toContain(cases[4]);
  });
});
