import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Application, ReviewCommission } from '../../domain/schemas/application.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { entersCollective } from './support/collective.js';
import { photo } from './support/drafts.js';
import { entitled, grantsAid, parked, pays, runOf } from './support/entitled.js';
import { INTEREST_PAID, isFoundMisused, loanChanges, NOTICED, noticeOf } from './support/loan-changes.js';
import { Officials } from './support/officials.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const RULE = { collectiveBasisPoints: 2_000, guaranteeFen: 30_000, targetFen: 100_000, reserveMostFen: 20_000 };

describe('资产收益分红, through the API', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  let maker: Visitor;
  let approver: Visitor;
  let entitlementNo: string;
  let assetId: string;
  let dividendNo: string;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
    maker = await official(api, 'yl-maker-1');
    approver = await official(api, 'yl-approver-2');
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const { body: draft } = await visitor.post('/api/applications', { programmeCode: 'photovoltaic-dividend' });
    await visitor.patch(`/api/applications/${draft.id}`, { quantity: 2, registerConfirmed: true });
    const { body } = await visitor.post(`/api/applications/${draft.id}/submission`);
    entitlementNo = body.caseNo;
    await grantsAid(officials, entitlementNo);
    await entitled(api, entitlementNo);
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  test('an asset has a rule, and a year its income once', async () => {
    const asset = {
      ...{ name: '东演村光伏电站', areaCode: '339901', programmeCode: 'photovoltaic-dividend' },
      ...{ documentNo: '演资〔2026〕1号', rule: RULE },
    };
    const wrong = { ...asset, rule: { ...RULE, collectiveBasisPoints: 10_001 } };
    expect((await approver.post('/api/assets', wrong)).body).toMatchObject({
      ...{ code: 'INVALID_INPUT', errors: [{ field: 'rule.collectiveBasisPoints' }] },
    });
    expect((await approver.post('/api/assets', { ...asset, programmeCode: 'beekeeping' })).body.code).toBe('NOT_FOUND');
    const { status, body } = await approver.post('/api/assets', asset);
    expect([status, body.reserveFen, body.incomes]).toEqual([201, 0, []]);
    assetId = body.id;
    const missing = await maker.post('/api/dividends', { assetId, year: 2026 });
    expect(missing.body.code).toBe('INCOME_MISSING');
    const income = { year: 2026, amountFen: 300_001, documentNo: '演资〔2026〕2号' };
    expect((await maker.post(`/api/assets/${assetId}/incomes`, income)).status).toBe(201);
    const other = await maker.post(`/api/assets/${assetId}/incomes`, { ...income, amountFen: 1 });
    expect(other.body.code).toBe('INCOME_KNOWN');
  });

  test('is divided, signed by a second official who saw the sums, and paid by a run of the entitlement', async () => {
    const made = await maker.post('/api/dividends', { assetId, year: 2026 });
    expect(made.status).toBe(201);
    const { no } = made.body;
    expect((await maker.post('/api/dividends', { assetId, year: 2026 })).body.code).toBe('DIVIDEND_THERE');
    const divided = await eventually(
      async () => (await maker.get(`/api/dividends/${no}`)).body,
      ({ state }) => state.code === 'divided',
    );
    // 300,001: 60,000 for the village; 240,001 left, 200,000 the target; 20,000 into the reserve.
    expect(divided.sums).toEqual({ collectiveFen: 60_000, reserveFen: 20_000, householdsFen: 220_001 });
    expect(divided.progress).toEqual({ listed: 1, divided: 1, handedOn: 0, paid: 0 });
    const approval = `/api/dividends/${no}/approval`;
    expect((await approver.post(approval, { digest: 'ab'.repeat(32) })).body.code).toBe('DIVIDEND_CHANGED');
    expect((await maker.post(approval, { digest: divided.digest })).body.code).toBe('NOT_ALLOWED');
    expect((await approver.post(approval, { digest: divided.digest })).body.code).toBe('PAYEE_MISSING');
    const insurer = await api.db.payee.findFirstOrThrow({ where: { countyCode: '339901', kind: 'insurer' } });
    const wrong = { digest: divided.digest, collectiveId: insurer.id };
    expect((await approver.post(approval, wrong)).body.code).toBe('PAYEE_UNFIT');
    const collectiveId = await entersCollective(api, officials);
    const signed = await approver.post(approval, { digest: divided.digest, collectiveId });
    expect(signed.body.collective).toMatchObject({ payee: { id: collectiveId, kind: { code: 'collective' } } });
    const late = await official(api, 'yl-approver-1');
    expect((await late.post(approval, { digest: divided.digest })).body.code).toBe('DIVIDEND_MOVED');
    const run = await eventually(
      () => api.db.case.findFirst({ where: { entitlementNo } }),
      (row) => row !== null,
    );
    expect(run).toMatchObject({ period: no, amountFen: 220_001n });
    await pays(officials, run!.caseNo);
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo: run!.caseNo } }),
      ({ running }) => !running,
    );
    const end = (await approver.get(`/api/dividends/${no}`)).body;
    expect(end).toMatchObject({ state: { code: 'handedOn' }, progress: { handedOn: 1, paid: 1 } });
    dividendNo = no;
    expect((await approver.get(`/api/dividends/${no}/parts`)).body.items).toMatchObject([
      { entitlementNo, shares: 2, amountFen: 220_001, caseNo: run!.caseNo },
    ]);
    const { body } = await maker.get('/api/assets');
    expect(body.items).toMatchObject([{ id: assetId, reserveFen: 20_000 }]);
  });

  test('pays the village collective its share by orders as of any case; what came back, once its account is put right', async () => {
    const finance = await officials.as('yl-finance-1');
    const shown = async () => (await approver.get(`/api/dividends/${dividendNo}`)).body.collective;
    const { caseNo, payee } = await shown();
    const { id: taskId } = await officials.taskAt(caseNo, 'paymentPreparation');
    const { body: task } = await maker.get(`/api/tasks/${taskId}`);
    expect(task).toMatchObject({ applicant: payee.name, household: null, amountFen: 60_000 });
    await maker.post(`/api/tasks/${taskId}/decision`, { stage: 'paymentPreparation', verdict: 'prepare' });
    const { id: reviewId } = await officials.taskAt(caseNo, 'paymentReview');
    const order = await api.db.payment.findFirstOrThrow({ where: { caseNo } });
    const line = (await finance.get(`/api/payee-schedules/${order.scheduleNo}`)).body.lines.items[0];
    expect(line).toMatchObject({ applicant: payee.name, paidTo: payee.name, amountFen: 60_000 });
    const why = { reasonCode: 'PAYMENT_DETAILS_WRONG', words: '请核对份额' };
    const returned = { stage: 'paymentReview', verdict: 'return', ...why };
    expect((await finance.post(`/api/tasks/${reviewId}/decision`, returned)).status).toBe(200);
    await pays(officials, caseNo);

    expect((await officials.taskAt(caseNo, 'accountCorrection')).role).toBe('paymentMaker');
    const sound = { bankName: '演示农村商业银行', number: '6228480200000330011' };
    const { waiting } = (await maker.post(`/api/payees/${payee.id}/account`, sound)).body;
    await finance.post(`/api/payees/${payee.id}/signature`, { accountId: waiting.id, agrees: true });
    await pays(officials, caseNo);
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
    expect((await shown()).orders.map(({ state }: { state: { code: string } }) => state.code)).toEqual([
      ...['cancelled', 'reissued', 'credited'],
    ]);
    const detail = (await finance.get(`/api/payments/${caseNo}-P3`)).body;
    expect(detail).toMatchObject({ payee: { name: payee.name, account: sound.number }, paidTo: { id: payee.id } });
    const view = (await approver.get(`/api/cases/${caseNo}`)).body;
    expect(view).toMatchObject({ applicant: payee.name, outcome: { kind: { code: 'completed' } } });
    const { body: timeline } = await approver.get(`/api/cases/${caseNo}/timeline`);
    expect(JSON.stringify(timeline)).toContain('请核对份额');
    expect(await api.db.commitment.findFirstOrThrow({ where: { caseNo } })).toMatchObject({ spentFen: 60_000n });
    expect(await api.db.case.count({ where: { payeeId: payee.id } })).toBe(1);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  describe('贷款贴息: the interest of a loan', () => {
    const year = new Date().getFullYear();
    const loan = { principalYuan: 80_000, from: `${year}-01-01`, until: `${year + 1}-02-01`, basisPoints: 435 };
    let loanNo: string;
    let application: string;
    const desk = () => loanChanges(officials);
    const change = async (said: object, no = loanNo) => await desk().propose(no, said);
    const inForce = async (said: object) => {
      const { body } = await desk().sign(loanNo, (await change(said)).body.digest);
      // With a change its next period is dated anew.
      await parked(api, loanNo);
      return body;
    };
    const paper = async (kind: string) => {
      const visitor = await officials.as('yl-approver-2');
      return (await visitor.upload(`${application}/papers`, { kind }, photo())).body.id as string;
    };

    test('is asked for with the loan, within the limits of the programme', async () => {
      const [id] = await ordinaryHouseholds(api.db, 1);
      const visitor = await household(api, id!);
      const { body: draft } = await visitor.post('/api/applications', { programmeCode: 'microcredit-interest' });
      application = `/api/applications/${draft.id}`;
      const missing = async (patch: object) =>
        (await visitor.patch(application, patch)).body.missing.map(({ field }: { field: string }) => field);
      expect(await missing({ registerConfirmed: true })).toContain('loan');
      const tooMuch = await visitor.patch(application, { loan: { ...loan, principalYuan: 100_001 } });
      expect(tooMuch.body.missing).toContainEqual(
        expect.objectContaining({ field: 'loan.principalYuan', zh: '贷款本金应在50000元至100000元之间' }),
      );
      const refused = await visitor.post(`${application}/submission`);
      expect([refused.body.code, refused.body.errors[0].field]).toEqual(['DRAFT_INCOMPLETE', 'loan.principalYuan']);
      const half = await visitor.patch(application, { loan: { principalYuan: 0.5, from: 'then' } });
      expect(half.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual([
        ...['loan.basisPoints', 'loan.from', 'loan.principalYuan', 'loan.until'],
      ]);
      const { body: other } = await visitor.post('/api/applications', { programmeCode: 'goats' });
      expect((await visitor.patch(`/api/applications/${other.id}`, { loan })).body.errors[0].field).toBe('loan');
      const right = await visitor.patch(application, { loan });
      expect(right.body).toMatchObject({ loan, quantity: 29_280_000 });
      expect(right.body.quantityText.zh).toBe('本金80000元，一年用款366天');
      for (const kind of ['loanContract', 'interestStatement'])
        await visitor.upload(`${application}/papers`, { kind }, photo());
      loanNo = (await visitor.post(`${application}/submission`)).body.caseNo;
      await grantsAid(officials, loanNo);
      await parked(api, loanNo);
    });

    test('is put on notice as what was borrowed, for how many days and at which rate, and never as a product', async () => {
      expect(await noticeOf(api.db, loanNo)).toMatchObject(NOTICED);
    });

    test('goes on when it is extended for a reason beyond the borrower, or renewed without repayment', async () => {
      const until = `${year + 1}-06-01`;
      const own = await change({ kind: 'extended', until, reason: 'noMoney', words: '资金紧张', paperId: loanNo });
      expect(own.body.errors.map(({ field }: { field: string }) => field).toSorted()).toEqual(['paperId', 'reason']);
      expect(JSON.stringify(own.body.errors)).toContain('展期限非主观原因');
      const extended = { kind: 'extended', until, reason: 'naturalDisaster', words: '台风受灾' };
      const unproved = await change({ ...extended, paperId: await paper('loanContract') });
      expect([unproved.body.code, unproved.body.errors[0].field]).toEqual(['INVALID_INPUT', 'paperId']);
      const paperId = await paper('extensionReason');
      const sooner = await change({ ...extended, paperId, until: loan.until });
      expect(sooner.body.errors[0].field).toBe('until');
      expect(await inForce({ ...extended, paperId })).toEqual({ caseNo: loanNo, inForce: true });
      expect(await desk().now(loanNo)).toMatchObject({
        until,
        basisPoints: 435,
        changes: [{ reason: { code: 'naturalDisaster' } }],
      });
      const renewed = { kind: 'renewed', until: `${year + 1}-12-01`, basisPoints: 400 };
      expect(await inForce({ ...renewed, paperId: await paper('loanContract') })).toMatchObject({ inForce: true });
      const { changes, ...now } = await desk().now(loanNo);
      expect(now).toEqual({ ...loan, until: renewed.until, basisPoints: 400 });
      expect(changes).toMatchObject([{ signedBy: { name: expect.any(String) } }, { signedBy: {} }]);
      const future = await change({ kind: 'repaid', until: renewed.until });
      expect(future.body.errors[0].field).toBe('until');
      expect((await change({ ...renewed, paperId }, entitlementNo)).body.code).toBe('LOAN_NOT_THERE');
    });

    test('is changed by two officials: one proposes, another has seen the paper and the words and signs', async () => {
      const before = await desk().now(loanNo);
      const said = { kind: 'repaid', until: `${year}-01-02`, words: '已提前还清' };
      const key = crypto.randomUUID();
      const path = `/api/entitlements/${loanNo}/loan`;
      const { status, body: first } = await approver.post(path, said, { key });
      expect([status, first.awaitsSecondSignature]).toEqual([201, true]);
      expect((await approver.post(path, said, { key })).body).toEqual(first);
      expect(await desk().now(loanNo)).toEqual(before);
      expect((await (await official(api, 'yl-approver-1')).post(path, said)).body.code).toBe('LOAN_CHANGE_THERE');

      const second = await official(api, 'yl-oversight-1');
      const { body: inbox } = await second.get(`/api/tasks?text=${loanNo}`);
      expect(inbox.items).toMatchObject([
        { kind: 'loan', no: loanNo, stage: { code: 'loanSignature' }, awaitsSecondSignature: true, overdue: false },
      ]);
      const { body: shown } = await second.get(path);
      expect(shown.proposal).toMatchObject({ kind: { code: 'repaid' }, words: said.words, digest: first.digest });
      expect((await desk().sign(loanNo, 'ab'.repeat(32))).body.code).toBe('PROPOSAL_CHANGED');
      expect((await desk().sign(loanNo, first.digest, false)).body).toEqual({ caseNo: loanNo, inForce: false });
      expect([await desk().now(loanNo), (await second.get(path)).body.proposal]).toEqual([before, null]);
      expect((await desk().sign(loanNo, first.digest)).body.code).toBe('NOT_FOUND');
    });

    test('is paid for the days of a year by a run, borne by province, city and county', async () => {
      await api.db.entitlement.update({ where: { caseNo: loanNo }, data: { nextDueAt: new Date() } });
      const run = await eventually(
        () => runOf(api, loanNo, 1),
        (row) => row !== undefined,
      );
      await parked(api, loanNo);
      const { run: began } = run!.input as unknown as Application;
      expect(began?.loanChanges).toMatchObject([
        { kind: 'extended', reason: 'naturalDisaster', byId: 'yl-approver-2', signedById: 'yl-oversight-1' },
        { kind: 'renewed', basisPoints: 400, byId: 'yl-approver-2', signedById: 'yl-oversight-1' },
      ]);
      const days = (Date.parse(`${year + 1}-01-01`) - Date.parse(loan.from)) / 86_400_000;
      const { fen, parts } = INTEREST_PAID[days as keyof typeof INTEREST_PAID];
      expect([run!.period, Number(run!.amountFen)]).toEqual([String(year), fen]);
      await pays(officials, run!.caseNo);
      const { outcome } = await eventually(
        () => api.db.case.findUniqueOrThrow({ where: { caseNo: run!.caseNo } }),
        ({ running }) => !running,
      );
      expect(outcome).toEqual({ kind: 'completed', amountFen: fen });
      const { body: view } = await maker.get(`/api/cases/${run!.caseNo}`);
      const [payment] = view.payments;
      expect(payment.parts.map((part: { source: { code: string } }) => part.source.code)).toEqual([
        'province',
        'city',
        'county',
      ]);
      expect(payment.parts.map(({ amountFen }: { amountFen: number }) => amountFen)).toEqual([...parts]);
      expect(await ledgerDifferences(api.db)).toEqual([]);
    });

    test('is reviewed: somebody who granted nothing asks what its programme asks; misused, an approver is told', async () => {
      const { caseNo, applicationId, householdId } = (await runOf(api, loanNo, 1))!;
      await api.db.official.update({ where: { id: 'yl-approver-2' }, data: { email: 'approver@example.org' } });
      const { input } = await api.db.review.findUniqueOrThrow({ where: { caseNo } });
      const { looksAt, decisions } = input as unknown as ReviewCommission;
      expect([looksAt, decisions.map(({ stage }) => stage)]).toEqual([
        ...[1, expect.arrayContaining(['entitlementApproval', 'paymentReview'])],
      ]);
      const visitor = await household(api, householdId!);
      expect(await isFoundMisused(officials, visitor, { caseNo, applicationId })).toEqual([200, 200]);
      const { amountFen } = await api.db.recovery.findUniqueOrThrow({ where: { caseNo } });
      const { body } = await approver.get(`/api/entitlements/${loanNo}/runs`);
      expect(body.items.at(-1)).toMatchObject({ caseNo, amountFen: Number(amountFen), finding: { code: 'notUsed' } });
      expect((await approver.get(`/api/entitlements/${loanNo}`)).body.state.code).toBe('active');
      expect(await api.db.outboxMessage.count({ where: { dedupeKey: `${caseNo}/misused/yl-approver-2` } })).toBe(1);
    });

    test('is changed no more when the loan has fallen due', async () => {
      const due = { ...loan, until: `${year}-01-02` };
      await api.db.entitlement.update({ where: { caseNo: loanNo }, data: { loan: due } });
      const late = {
        kind: 'renewed',
        until: `${year + 2}-01-01`,
        basisPoints: 400,
        paperId: await paper('loanContract'),
      };
      expect((await change(late)).body.code).toBe('LOAN_FELL_DUE');
    });
  });
});
