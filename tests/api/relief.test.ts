import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { helperOf } from '../../prisma/seed/officials.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { Officials } from './support/officials.js';
import { household, official, signedInByPhone } from './support/people.js';
import { asksForRelief, newIdNumber, rurals } from './support/relieved.js';
import type { Visitor } from './support/visitor.js';

const VILLAGE = '339901100200';

describe('三(八) relief', () => {
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
});
