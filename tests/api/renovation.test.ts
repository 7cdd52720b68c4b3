import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { creditCodeOf } from '../../domain/rules/credit-code.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { openMessage } from '../../prisma/outbox.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { newVersion } from '../support/new-version.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { newDraft, photo } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { payALessor } from './support/private-lessor.js';
import { household } from './support/people.js';
import type { Visitor } from './support/visitor.js';

let api: Api;
let bank: Awaited<ReturnType<typeof startBank>>;
let officials: Officials;
let households: string[];
beforeAll(async () => {
  bank = await startBank(await newBankHome());
  api = await openApi(new SimulatorBank(bank.url));
  officials = new Officials(api);
  households = await ordinaryHouseholds(api.db, 12);
});
afterAll(async () => {
  await api?.close();
  await bank?.stop();
});

const registerNoOf = async (id: string) => (await api.db.household.findUniqueOrThrow({ where: { id } })).registerNo;

async function found(id: string, login = 'yl-appraiser-4') {
  const visitor = await officials.as(login);
  const body = { registerNo: await registerNoOf(id), grade: 'D', visitedOn: shanghaiDate(Date.now()) };
  return await visitor.post('/api/houses', { ...body, site: '村东', words: '西墙开裂，梁已下沉' });
}

async function applied(visitor: Visitor, programmeCode = 'renovation') {
  const id = await newDraft(visitor, { programmeCode });
  await visitor.patch(`/api/applications/${id}`, { quantity: 3, registerConfirmed: true });
  await visitor.upload(`/api/applications/${id}/papers`, { kind: 'homesteadCertificate' }, photo());
  return { id, submission: await visitor.post(`/api/applications/${id}/submission`) };
}

const upload = async (visitor: Visitor, id: string, kind: string): Promise<string> =>
  (await visitor.upload(`/api/applications/${id}/papers`, { kind }, photo())).body.id as string;

async function toApproval(caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'initialCheck', 'pass');
  await officials.decide(caseNo, 'houseAppraisal', 'pass', { quantity: 4 });
  expect((await officials.decide(caseNo, 'townshipVerification', 'pass')).status).toBe(200);
}

async function announced(caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'noticePosting', 'posted');
  expect((await officials.decide(caseNo, 'publicNotice', 'takenDown')).status).toBe(200);
}

const entryOf = (caseNo: string) => api.db.house.findUniqueOrThrow({ where: { caseNo } });
const ended = (caseNo: string) =>
  eventually(
    () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
    ({ running }) => !running,
  );

describe('A house that an inspector finds unsafe', () => {
  test('enters the ledger at once with its deadline, is renovated, paid in full, and its entry is closed', async () => {
    const [id] = households;
    const entered = await found(id!);
    expect([entered.status, entered.body.caseNo]).toEqual([201, expect.any(String)]);
    const { caseNo, applicationId } = entered.body;
    expect((await found(id!)).body).toMatchObject({ code: 'HOUSE_KNOWN', caseNo });

    await officials.decide(caseNo, 'initialCheck', 'pass');
    const himself = { by: ['yl-appraiser-4'], quantity: 4 };
    expect((await officials.decide(caseNo, 'houseAppraisal', 'pass', himself)).body.code).toBe('OWN_DECISION');
    const undocumented = { quantity: 4, paperIds: [] };
    expect((await officials.decide(caseNo, 'houseAppraisal', 'pass', undocumented)).body.code).toBe('PAPERS_MISSING');
    expect((await officials.decide(caseNo, 'houseAppraisal', 'pass', { quantity: 2 })).body.code).toBe(
      'QUANTITY_OUT_OF_RANGE',
    );
    expect((await officials.decide(caseNo, 'houseAppraisal', 'pass', { quantity: 4 })).body.stage).toBe(
      'townshipVerification',
    );
    expect(await entryOf(caseNo)).toMatchObject({ state: 'renovating', grade: 4, closedAt: null });
    await officials.decide(caseNo, 'townshipVerification', 'pass');

    const visitor = await household(api, id!);
    expect((await upload(visitor, applicationId, 'homesteadCertificate')).length).toBeGreaterThan(0);
    expect((await officials.decide(caseNo, 'housingApproval', 'pass')).body.stage).toBe('noticePosting');
    await announced(caseNo);

    await officials.taskAt(caseNo, 'worksStart');
    const act = (step: string, body: unknown) => visitor.post(`/api/applications/${applicationId}/${step}`, body);
    expect((await act('works-start', {})).body.code).toBe('PAPERS_MISSING');
    const before = [await upload(visitor, applicationId, 'beforePhoto')];
    expect((await act('works-start', { paperIds: before })).body.stage).toBe('projectWork');
    expect((await act('completion', { paperIds: before })).body.stage).toBe('worksAcceptance');
    const appraiser = { by: ['yl-appraiser-1', 'yl-appraiser-2'] };
    expect((await officials.decide(caseNo, 'worksAcceptance', 'pass', appraiser)).body.code).toBe('OWN_DECISION');
    const oneSided = { paperIds: before };
    const half = await officials.decide(caseNo, 'worksAcceptance', 'pass', oneSided);
    expect([half.body.code, half.body.errors?.[0]?.en]).toEqual([
      'PAPERS_MISSING',
      'Add: Photograph of the house after the works',
    ]);
    expect((await officials.decide(caseNo, 'worksAcceptance', 'pass')).status).toBe(200);
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    const { group } = await api.db.household.findUniqueOrThrow({ where: { id: id! } });
    const amountFen = { dibao: 3_000_000, dibaoMarginal: 2_500_000, lowIncome: 2_000_000 }[group];
    expect((await ended(caseNo)).outcome).toEqual({ kind: 'completed', amountFen });
    expect(await entryOf(caseNo)).toMatchObject({ state: 'renovated', closedAt: expect.any(Date) });
    expect((await applied(visitor)).submission.body).toMatchObject({ code: 'HOMESTEAD_TAKEN', caseNo });
  });

  test('is entered by one who has the area, and of a household that is in the register', async () => {
    const visitor = await officials.as('yl-339901200-verifier-1');
    const registerNo = await registerNoOf(households[5]!);
    const seen = { grade: 'D', visitedOn: shanghaiDate(Date.now()), site: '村东', words: '墙裂' };
    expect((await visitor.post('/api/houses', { registerNo, ...seen })).body.code).toBe('OUT_OF_AREA');
    expect((await visitor.post('/api/houses', { registerNo: 'nobody', ...seen })).body.code).toBe('NOT_FOUND');
    const wrong = await visitor.post('/api/houses', { registerNo, ...seen, grade: 'E', site: '' });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['grade', 'site']);
  });

  test('of a household whose case began before there were entries goes on with that case', async () => {
    const visitor = await household(api, households[10]!);
    const { caseNo } = (await applied(visitor)).submission.body;
    await api.db.house.delete({ where: { caseNo } });
    const { status, body } = await found(households[10]!);
    expect([status, body.code, body.caseNo]).toEqual([409, 'ALREADY_RUNNING', caseNo]);
  });
});

describe('A household that applies', () => {
  test('and cannot build at all is housed in public housing, without money', async () => {
    const visitor = await household(api, households[1]!);
    const { caseNo } = (await applied(visitor)).submission.body;
    await toApproval(caseNo);
    const sheltered = { reasonCode: 'PUBLIC_HOUSING', words: '独居老人，无力建房' };
    expect((await officials.decide(caseNo, 'housingApproval', 'houseOtherwise', sheltered)).body.stage).toBe(
      'noticePosting',
    );
    const { items } = (await api.visitor().get('/api/notices?area=339901')).body;
    const notice = items.find(({ no }: { no: string }) => no.startsWith(caseNo));
    expect(notice.body).toMatchObject({ amountFen: 0, instead: { zh: '以其他方式保障住房' } });
    expect(JSON.stringify(notice)).not.toContain('独居');
    await announced(caseNo);
    expect((await officials.decide(caseNo, 'otherHousing', 'housed')).status).toBe(200);
    expect((await ended(caseNo)).outcome).toEqual({ kind: 'housedOtherwise' });
    expect(await entryOf(caseNo)).toMatchObject({ state: 'housedOtherwise' });
    expect(await api.db.commitment.count({ where: { caseNo } })).toBe(0);
  });

  test('whose house turns out to be safe may not go on, and its entry is closed', async () => {
    const visitor = await household(api, households[2]!);
    const { id, submission } = await applied(visitor);
    const { caseNo } = submission.body;
    await officials.decide(caseNo, 'initialCheck', 'pass');
    const safe = { reasonCode: 'HOUSE_SAFE', words: '经鉴定为B级' };
    expect((await officials.decide(caseNo, 'houseAppraisal', 'refuse', safe)).body.stage).toBe('refused');
    await visitor.post(`/api/applications/${id}/internal-review`, { words: '再看一次' });
    await officials.decide(caseNo, 'internalReview', 'uphold', { reasonCode: 'DECISION_CORRECT', words: '无误' });
    await ended(caseNo);
    expect(await entryOf(caseNo)).toMatchObject({ state: 'safe' });
  });

  test('and withdraws leaves an unsafe house in the ledger, for which an official begins a case anew', async () => {
    const visitor = await household(api, households[3]!);
    const { id, submission } = await applied(visitor);
    const { caseNo } = submission.body;
    await toApproval(caseNo);
    expect((await visitor.post(`/api/applications/${id}/withdrawal`, {})).status).toBe(200);
    await ended(caseNo);
    const entry = await entryOf(caseNo);
    expect(entry).toMatchObject({ state: 'found', grade: 4, closedAt: null });
    const appraiser = await officials.as('yl-appraiser-4');
    const begun = await appraiser.post(`/api/houses/${entry.id}/case`, { grade: 'D' });
    expect([begun.status, begun.body.caseNo]).toEqual([201, expect.any(String)]);
    expect((await appraiser.post(`/api/houses/${entry.id}/case`, { grade: 'D' })).body.code).toBe('HOUSE_IN_HAND');
    await officials.taskAt(begun.body.caseNo, 'initialCheck');
  });
});

describe('Works that the government organises', () => {
  const contractor = {
    ...{ kind: 'contractor', name: '演练县建工公司', creditCode: creditCodeOf('91339901MA1234567'), area: '339901' },
    ...{ bankName: '演示农村商业银行', number: '6228480200000110000' },
  };
  let maker: Visitor;
  let finance: Visitor;

  test('are paid to a contractor that one official has entered and another one signed', async () => {
    maker = await officials.as('yl-maker-1');
    finance = await officials.as('yl-finance-1');
    const wrong = await maker.post('/api/payees', {
      ...contractor,
      creditCode: '91339901MA12345670',
      area: '339901100',
    });
    expect(wrong.body.errors.map(({ field }: { field: string }) => field)).toEqual(['creditCode', 'area']);
    const { status, body } = await maker.post('/api/payees', contractor);
    expect([status, body]).toMatchObject([201, { account: null, waiting: { number: contractor.number } }]);
    expect((await maker.post('/api/payees', contractor)).body.code).toBe('PAYEE_KNOWN');
    const another = { bankName: contractor.bankName, number: '6228480200000119999' };
    expect((await maker.post(`/api/payees/${body.id}/account`, another)).body.code).toBe('PAYEE_WAITS');
    const path = `/api/payees/${body.id}/signature`;
    expect((await maker.post(path, { accountId: body.waiting.id, agrees: true })).body.code).toBe('NOT_ALLOWED');
    const signed = await finance.post(path, { accountId: body.waiting.id, agrees: true });
    expect(signed.body).toMatchObject({ waiting: null, account: { id: body.waiting.id } });
    const late = await finance.post(path, { accountId: body.waiting.id, agrees: false });
    expect(late.body.code).toBe('PROPOSAL_CHANGED');
    const { items } = (await finance.get('/api/payees?kind=contractor&limit=1')).body;
    expect(items).toMatchObject([{ id: body.id, name: contractor.name, area: { name: '演练县' } }]);
    const stored = JSON.stringify(await api.db.payeeAccount.findMany({ where: { payeeId: body.id } }));
    expect(stored).not.toContain(contractor.number);
  });

  test('with the consent and agreement of the household; what comes back is put right in the register', async () => {
    const visitor = await household(api, households[6]!);
    const { id, submission } = await applied(visitor);
    const { caseNo } = submission.body;
    const { items } = (await visitor.get(`/api/applications/${id}/payees?limit=100`)).body;
    const { id: payeeId } = items.find(({ name }: { name: string }) => name === contractor.name);
    const consent = (said: object) => visitor.post(`/api/applications/${id}/payee`, said);
    expect((await consent({ payeeId })).body).toMatchObject({
      code: 'PAPERS_MISSING',
      errors: [{ field: 'agreementId' }],
    });
    const agreementId = await upload(visitor, id, 'payeeAgreement');
    const insurer = await api.db.payee.findFirstOrThrow({ where: { countyCode: '339901', kind: 'insurer' } });
    expect((await consent({ payeeId: insurer.id, agreementId })).body.code).toBe('PAYEE_UNFIT');
    expect((await consent({ payeeId, agreementId })).status).toBe(204);
    expect((await visitor.get(`/api/cases/${caseNo}`)).body.payee).toMatchObject({ name: contractor.name });
    expect((await consent({ payeeId: null })).status).toBe(204);
    expect((await visitor.get(`/api/cases/${caseNo}`)).body.payee).toBeNull();
    expect((await consent({ payeeId, agreementId })).status).toBe(204);
    const official = (await officials.as('yl-approver-1')).post(`/api/cases/${caseNo}/payee`, { payeeId });
    expect((await official).body.code).toBe('PAYEE_UNFIT');

    await toApproval(caseNo);
    await officials.decide(caseNo, 'housingApproval', 'pass');
    await announced(caseNo);
    await officials.taskAt(caseNo, 'worksStart');
    const photos = [await upload(visitor, id, 'beforePhoto')];
    for (const step of ['works-start', 'completion'])
      await visitor.post(`/api/applications/${id}/${step}`, { paperIds: photos });
    await officials.decide(caseNo, 'worksAcceptance', 'pass');
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');

    expect((await officials.taskAt(caseNo, 'accountCorrection')).role).toBe('paymentMaker');
    expect((await visitor.post(`/api/applications/${id}/account`, { confirm: true })).body.code).toBe('NOT_AWAITED');
    const sound = { bankName: contractor.bankName, number: '6228480200000110011' };
    const { waiting } = (await maker.post(`/api/payees/${payeeId}/account`, sound)).body;
    await finance.post(`/api/payees/${payeeId}/signature`, { accountId: waiting.id, agrees: true });
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    expect((await ended(caseNo)).outcome).toMatchObject({ kind: 'completed' });

    const orders = await api.db.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
    expect(orders).toMatchObject([{ state: 'reissued' }, { state: 'credited', accountId: waiting.id }]);
    const { payments } = (await visitor.get(`/api/cases/${caseNo}`)).body;
    expect(payments.at(-1).paidTo).toMatchObject({ name: contractor.name, kind: { code: 'contractor' } });
    const detail = (await finance.get(`/api/payments/${orders[1]!.reference}`)).body;
    expect(detail.payee).toEqual({ name: contractor.name, account: sound.number });
    const told = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${caseNo}/` } } });
    const texts = told.map((message) => openMessage(api.keyring, message).text).join('\n');
    expect(texts).toContain(`已付给${contractor.name}`);
    expect(texts).toContain('您无需办理');
    expect(texts).not.toContain('请登录核对或更正收款账户');
  });
});

describe('The ledger of houses', () => {
  test('is a list with filters, page by page, with the days that are left', async () => {
    const visitor = await officials.as('yl-appraiser-1');
    const first = await visitor.get('/api/houses?limit=2');
    expect(first.body.items).toHaveLength(2);
    const rest = await visitor.get(`/api/houses?limit=100&cursor=${first.body.next}`);
    expect(first.body.items.length + rest.body.items.length).toBe(await api.db.house.count());
    const renovated = await visitor.get('/api/houses?state=renovated');
    expect(renovated.body.items.at(-1)).toMatchObject({
      state: { code: 'renovated' },
      grade: { zh: 'D级' },
      daysLeft: null,
      foundBy: { office: '演练县住房和城乡建设局' },
    });
    await api.db.house.updateMany({ where: { state: 'renovating' }, data: { dueAt: new Date(Date.now() - 60_000) } });
    const overdue = await visitor.get('/api/houses?overdue=true');
    expect(overdue.body.items.map(({ daysLeft }: { daysLeft: number }) => daysLeft < 0)).toContain(true);
    expect((await visitor.get('/api/houses?area=330127')).body.code).toBe('OUT_OF_AREA');
    expect((await visitor.get('/api/houses?state=burnt')).body.code).toBe('INVALID_INPUT');
  });

  test('is exported as a file', async () => {
    const visitor = await officials.as('yl-appraiser-1');
    const { status, body } = await visitor.get('/api/houses/export?format=csv&state=renovated');
    expect([status, body.toString().split('\r\n')[0]]).toEqual([
      200,
      '\uFEFF建档立卡编号,户主,乡镇,村,状态,危险等级,登记日期,限期,剩余天数,办件编号,销档日期',
    ]);
    expect(body.toString()).toContain('已改造销档');
  });

  test('has one entry for a household, whoever enters it at once', async () => {
    const answers = await Promise.all(
      ['yl-appraiser-1', 'yl-appraiser-2', 'yl-appraiser-3'].map((login) => found(households[4]!, login)),
    );
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
    expect(await api.db.house.count({ where: { householdId: households[4]! } })).toBe(1);
  });
});

payALessor(() => ({ api, officials, households, applied, upload, toApproval, announced, ended }));

test('A programme that takes no applications leaves a house that is found in the ledger, with nothing begun; neither does an official begin a case', async () => {
  await newVersion(api.db, 'renovation', { closesAt: new Date(Date.now() - 60_000).toISOString() });
  const { status, body } = await found(households[11]!);
  expect([status, body.caseNo]).toEqual([201, null]);
  const { id, state } = await api.db.house.findFirstOrThrow({ where: { householdId: households[11]! } });
  expect(state).toBe('found');
  const begun = await (await officials.as('yl-appraiser-4')).post(`/api/houses/${id}/case`, { grade: 'D' });
  expect([begun.status, begun.body.code]).toEqual([409, 'PROGRAMME_CLOSED']);
});
