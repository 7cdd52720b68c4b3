import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WORTH_SELECT, worthOf } from '../../api/queries/programme-worth.js';
import { Programme } from '../../domain/schemas/programme.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { helperOf } from '../../prisma/seed/officials.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { collectiveFiles, differencesOf, helperOfVillage, KEY_VILLAGE, LOAN } from './support/collective.js';
import { pays, runOf } from './support/entitled.js';
import { noticeOf } from './support/loan-changes.js';
import { Officials } from './support/officials.js';
import { household, official, signedInByPhone } from './support/people.js';
import { asksForRelief, newIdNumber, rurals } from './support/relieved.js';
import type { Visitor } from './support/visitor.js';

const VILLAGE = '339901100200';

describe('三(八) relief; and, of no household, what a village collective applies for', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  let township: Visitor;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
    township = await official(api, 'yl-339901100-verifier-1');
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  const closed = async (caseNo: string) =>
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );
  const paid = async (caseNo: string) => {
    await officials.decide(caseNo, 'townshipVerification', 'pass');
    await officials.decide(caseNo, 'reliefDecision', 'grant', { quantity: 2, words: '灶房冲毁，两人无处做饭' });
    await ordered(caseNo);
  };
  const ordered = async (caseNo: string) => {
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    await officials.taskAt(caseNo, 'reliefConfirmation');
  };

  test('reaches a household that is not in the register: entered by the township, it signs in and files by itself', async () => {
    const phone = '13987650001';
    const { status, body } = await township.post('/api/households', rurals(phone));
    expect([status, body]).toEqual([
      201,
      { id: expect.any(String), registerNo: expect.stringMatching(/^339901-\d{4}-W\d{6}$/) },
    ]);
    const visitor = await signedInByPhone(api, phone);
    const seen = await visitor.get('/api/household');
    expect(seen.body).toMatchObject({ standing: 'unregistered', members: [{ name: '吴大山' }, { name: '周小兰' }] });

    const caseNo = await asksForRelief(visitor, 2);
    const unwritten = await officials.decide(caseNo, 'townshipVerification', 'pass');
    expect(unwritten.body.stage).toBe('reliefDecision');
    const silent = await officials.decide(caseNo, 'reliefDecision', 'grant', { quantity: 2 });
    expect(silent.body).toMatchObject({ code: 'WORDS_MISSING', errors: [{ field: 'words' }] });
    const granted = await officials.decide(caseNo, 'reliefDecision', 'grant', { quantity: 2, words: '灶房冲毁' });
    expect(granted.body.stage).toBe('paymentPreparation');
    expect(await api.db.commitment.findFirst({ where: { caseNo } })).toMatchObject({
      state: 'committed',
      amountFen: 60_000n,
    });

    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    await officials.taskAt(caseNo, 'reliefConfirmation');
    const announced = await api.visitor().get(`/api/notices/${caseNo}-N1`);
    expect(announced.body).toMatchObject({
      state: 'announced',
      open: false,
      body: { applicant: '吴**', amountFen: 60_000 },
    });
    expect(JSON.stringify(announced.body)).not.toMatch(/灶房|大山/);
    const objection = await api.visitor().post(`/api/notices/${caseNo}-N1/objections`, { words: '该户没有受灾' });
    expect(objection.body.code).toBe('NOTICE_CLOSED');
    expect(await api.db.review.count({ where: { caseNo } })).toBe(0);

    const own = await officials.decide(caseNo, 'reliefConfirmation', 'confirm', { by: ['yl-approver-1'] });
    expect(own.body.code).toBe('OWN_DECISION');
    expect((await officials.decide(caseNo, 'reliefConfirmation', 'confirm')).status).toBe(200);
    expect((await closed(caseNo)).outcome).toEqual({ kind: 'completed', amountFen: 60_000 });
    expect(await api.db.review.findUnique({ where: { caseNo } })).not.toBeNull();
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('that nobody confirms is claimed back, and its announcement is taken down', async () => {
    const { body } = await township.post('/api/households', rurals());
    const helper = await signedInByPhone(api, helperOf(REHEARSAL, VILLAGE).phone);
    const caseNo = await asksForRelief(helper, 2, { registerNo: body.registerNo });
    await officials.decide(caseNo, 'townshipVerification', 'pass');
    await officials.decide(caseNo, 'reliefDecision', 'grant', { quantity: 2, words: '灶房冲毁，两人无处做饭' });
    const early = await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    expect([early.status, early.body.code]).toEqual([409, 'CONSENT_UNCONFIRMED']);
    expect((await officials.decide(caseNo, 'consentConfirmation', 'confirm')).status).toBe(200);
    await ordered(caseNo);
    const refusal = { reasonCode: 'RELIEF_NOT_JUSTIFIED', words: '入户复核，灶房未受损' };
    expect((await officials.decide(caseNo, 'reliefConfirmation', 'refuse', refusal)).status).toBe(200);
    expect((await closed(caseNo)).outcome).toMatchObject({ kind: 'notConfirmed', amountFen: 60_000 });
    expect(await api.db.recovery.findUnique({ where: { caseNo } })).toMatchObject({
      ...{ state: 'open', cause: 'notConfirmed', amountFen: 60_000n },
    });
    expect((await api.visitor().get(`/api/notices/${caseNo}-N1`)).body.state).toBe('withdrawn');
    const seen = await helper.get(`/api/cases/${caseNo}`);
    expect(seen.body).toMatchObject({
      outcome: { kind: { code: 'notConfirmed' }, reason: { code: 'RELIEF_NOT_JUSTIFIED' }, words: refusal.words },
      recovery: { cause: { code: 'notConfirmed' } },
    });
  });

  test('comes again in the same year where need does', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const first = await asksForRelief(visitor, 1);
    await paid(first);
    await officials.decide(first, 'reliefConfirmation', 'confirm');
    await closed(first);
    const again = await asksForRelief(visitor, 1);
    await officials.decide(again, 'townshipVerification', 'pass');
    const { body } = await (
      await officials.as('yl-approver-1')
    ).get(`/api/tasks/${(await officials.taskAt(again, 'reliefDecision')).id}`);
    expect(body.findings.map(({ code }: { code: string }) => code)).not.toContain('PAID_THIS_PERIOD');
  });

  test('is refused by the system to nobody twice: a member who is counted elsewhere is not entered again', async () => {
    const family = rurals();
    expect((await township.post('/api/households', family)).status).toBe(201);
    const again = await township.post('/api/households', family);
    expect(again.body).toMatchObject({ code: 'HOUSEHOLD_KNOWN', errors: [{ field: 'members.0.idNumber' }, {}] });
  });

  test('a household that is entered has one head, identity numbers that are right, and lives in the area', async () => {
    const { members, ...family } = rurals();
    const enter = async (change: object) =>
      (await township.post('/api/households', { ...family, members, ...change })).body;
    expect(await enter({ members: [members[0]] })).toMatchObject({
      code: 'INVALID_INPUT',
      errors: [{ field: 'members' }],
    });
    const wrong = [{ ...members[1], idNumber: '330127197001011234' }];
    expect(await enter({ members: wrong })).toMatchObject({ errors: [{ field: 'members.0.idNumber' }] });
    const twice = [members[1], { ...members[0], idNumber: members[1]!.idNumber }];
    expect(await enter({ members: twice })).toMatchObject({ errors: [{ field: 'members.1.idNumber' }] });
    expect(await enter({ villageCode: '339901200200' })).toMatchObject({ code: 'OUT_OF_AREA' });
    expect(await enter({ villageCode: '339901100999' })).toMatchObject({ code: 'NOT_FOUND' });
    const { number } = { number: helperOf(REHEARSAL, VILLAGE).account };
    const helpers = [{ ...members[1], idNumber: newIdNumber(), account: { bankName: '演示银行', number } }];
    expect(await enter({ members: helpers })).toMatchObject({ errors: [{ field: 'members.0.account.number' }] });
  });

  test('entering a household twice with the same key enters it once', async () => {
    const family = rurals();
    const key = crypto.randomUUID();
    const [one, other] = [
      await township.post('/api/households', family, { key }),
      await township.post('/api/households', family, { key }),
    ];
    expect(other.body).toEqual(one.body);
  });

  describe('四(四) interest subsidy: a village collective applies itself', () => {
    const year = new Date().getFullYear();
    const loan = { ...LOAN, from: `${year}-01-01`, until: `${year + 1}-01-01` };
    const programmeCode = 'collective-interest';
    let helper: Visitor;
    let maker: Visitor;
    let granted: string;
    beforeAll(async () => {
      helper = await helperOfVillage(api, KEY_VILLAGE);
      maker = await official(api, 'yl-maker-1');
    });

    test('its programme says so, and takes nobody else: a household files no such thing, it nothing of households', async () => {
      const { body: guide } = await helper.get(`/api/programmes/${programmeCode}?county=339901`);
      expect(guide).toMatchObject({ applicant: 'collective', eligibility: { zh: expect.stringContaining('村集体') } });
      expect(guide.rules).toContainEqual(expect.objectContaining({ name: { zh: '由谁申请', en: 'Who applies' } }));
      const [id] = await ordinaryHouseholds(api.db, 1);
      const { registerNo } = await api.db.household.findFirstOrThrow({ where: { villageCode: KEY_VILLAGE } });
      const visitor = await household(api, id!);
      const { body: collectives } = await helper.get(`/api/collectives?programme=${programmeCode}`);
      const [collective] = collectives.items;
      const { body: rules } = await api.db.programme.findFirstOrThrow({ where: { code: programmeCode } });
      const villager = await api.db.household.findFirstOrThrow({ select: WORTH_SELECT });
      const worth = worthOf(Programme.parse(rules), villager, new Map(), 1_000_000);
      expect(worth).toMatchObject({ eligible: false, amountFen: 0, findings: [{ code: 'NOT_FOR_HOUSEHOLDS' }] });
      const refused = await Promise.all([
        visitor.post('/api/applications', { programmeCode }),
        helper.post('/api/applications', { programmeCode, registerNo }),
        helper.post('/api/applications', { programmeCode: 'goats', collectiveId: collective.id }),
      ]);
      expect(refused.map(({ status, body }) => [status, body.code])).toEqual(
        refused.map(() => [409, 'APPLICANT_UNFIT']),
      );
      const elsewhere = await api.db.payee.findFirstOrThrow({
        where: { kind: 'collective', countyCode: '339901', areaCode: { not: KEY_VILLAGE } },
      });
      const foreign = await helper.post('/api/applications', { programmeCode, collectiveId: elsewhere.id });
      expect(foreign.body.code).toBe('NOT_FOUND');
    });

    test('what a household began under an older version of it is not submitted under the new one', async () => {
      const { id: householdId } = await api.db.household.findFirstOrThrow({ where: { villageCode: KEY_VILLAGE } });
      const { id } = await api.db.applicationDraft.create({ data: { householdId, programmeCode } });
      const answered = await (await household(api, householdId)).post(`/api/applications/${id}/submission`);
      expect([answered.status, answered.body.code]).toEqual([409, 'APPLICANT_UNFIT']);
    });

    test('files in its own name, its members’ decision in place of a consent, and has one application at a time', async () => {
      const { body: draft } = await helper.post('/api/applications', { programmeCode });
      const { body: asked } = await helper.patch(`/api/applications/${draft.id}`, { loan });
      expect(asked).toMatchObject({ householdId: null, registerNo: null, filedByHelper: false });
      expect(asked.collective.name).toContain('股份经济合作社');
      expect(asked.missing.map(({ field }: { field: string }) => field)).toEqual([
        ...['papers.collectiveDecision', 'papers.loanContract', 'papers.interestStatement', 'registerConfirmed'],
      ]);
      granted = await collectiveFiles(helper, draft.id, loan);
      const { body: list } = await helper.get('/api/applications');
      expect(list.items[0]).toMatchObject({ caseNo: granted, applicant: asked.collective.name, consent: null });
      const { body: second } = await helper.post('/api/applications', { programmeCode });
      await expect(collectiveFiles(helper, second.id, loan)).rejects.toThrow('ALREADY_RUNNING');
    });

    test('is refused where its village is of another kind: the check is blocked by what it finds', async () => {
      const elsewhere = await helperOfVillage(api, '339901100202');
      const { body: draft } = await elsewhere.post('/api/applications', { programmeCode });
      const caseNo = await collectiveFiles(elsewhere, draft.id, loan);
      const passed = await officials.decide(caseNo, 'initialCheck', 'pass');
      expect([passed.status, passed.body.code]).toEqual([409, 'BLOCKED_BY_FINDING']);
      const words = '本村不是重点帮扶村或集体经济薄弱村';
      await officials.decide(caseNo, 'initialCheck', 'refuse', { reasonCode: 'NOT_ELIGIBLE', words });
      const { body: timeline } = await elsewhere.get(`/api/cases/${caseNo}/timeline`);
      expect(JSON.stringify(timeline)).toContain(words);
    });

    test('goes through the checks of a case: what an organisation has is looked at, and published by its full name', async () => {
      const { payeeId, householdId } = await api.db.case.findUniqueOrThrow({ where: { caseNo: granted } });
      expect(householdId).toBeNull();
      const { name } = await api.db.payee.findUniqueOrThrow({ where: { id: payeeId! } });
      const { id } = await officials.taskAt(granted, 'initialCheck');
      const { body: task } = await (await officials.as('yl-checker-1')).get(`/api/tasks/${id}`);
      expect(task).toMatchObject({ applicant: name, household: null });
      for (const stage of ['initialCheck', 'townshipVerification', 'entitlementApproval'] as const)
        await officials.decide(granted, stage, 'pass');
      await officials.decide(granted, 'noticePosting', 'posted');
      const { publicationNo } = await api.db.publicationEntry.findFirstOrThrow({ where: { caseNo: granted } });
      const objection = { words: '贷款没有用于带动农户' };
      const objected = await api.visitor().post(`/api/notices/${publicationNo}/objections`, objection);
      expect(objected.status).toBe(201);
      await officials.decide(granted, 'objectionHearing', 'dismiss', {
        ...{ reasonCode: 'OBJECTION_UNFOUNDED', words: '经查用于茶厂收购鲜叶' },
      });
      await officials.decide(granted, 'publicNotice', 'takenDown');
      const { body: answer } = await api.visitor().get(`/api/objections/${objected.body.receiptNo}`);
      expect(answer).toMatchObject({ state: 'settled', words: '经查用于茶厂收购鲜叶' });
      const entitlement = await eventually(
        () => api.db.entitlement.findUnique({ where: { caseNo: granted } }),
        (row) => row !== null,
      );
      expect(entitlement).toMatchObject({ payeeId, householdId: null, state: 'active' });
      expect(await noticeOf(api.db, granted)).toMatchObject({ applicant: name });
    });

    test('is paid period by period to its own account of the register, and reviewed', async () => {
      await api.db.entitlement.update({ where: { caseNo: granted }, data: { nextDueAt: new Date() } });
      const run = await eventually(
        () => runOf(api, granted, 1),
        (row) => row !== undefined,
      );
      const { caseNo, payeeId } = run!;
      await pays(officials, caseNo);
      const { outcome, amountFen } = await eventually(
        () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
        ({ running }) => !running,
      );
      // 300,000 × 365 days × 4.35 % ÷ 360; of a leap year 366.
      expect([1_323_125n, 1_326_750n]).toContain(amountFen);
      expect(outcome).toEqual({ kind: 'completed', amountFen: Number(amountFen) });
      const { accountId } = await api.db.payment.findFirstOrThrow({ where: { caseNo } });
      const account = await api.db.payeeAccount.findUniqueOrThrow({ where: { id: accountId } });
      expect(account).toMatchObject({ payeeId, state: 'current' });
      await officials.taskAt(caseNo, 'reviewReport');
      expect(await ledgerDifferences(api.db)).toEqual([]);
      expect(await differencesOf(api, [granted, caseNo])).toEqual([]);
    });

    test('ends with its reason once the collective is closed in the register', async () => {
      const { payeeId } = await api.db.entitlement.findUniqueOrThrow({ where: { caseNo: granted } });
      expect((await maker.post(`/api/payees/${payeeId}/closing`)).status).toBe(200);
      await api.db.entitlement.update({
        where: { caseNo: granted },
        data: { nextDueAt: new Date(), loan: { ...loan, until: `${year + 2}-01-01` } },
      });
      await eventually(
        () => api.db.entitlement.findUniqueOrThrow({ where: { caseNo: granted } }),
        ({ state }) => state === 'ended',
      );
      const { body } = await helper.get(`/api/entitlements/${granted}`);
      expect(body).toMatchObject({ ended: { reason: { code: 'collectiveClosed' } } });
    });
  });
});
