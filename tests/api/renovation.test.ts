import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { newVersion } from '../support/new-version.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { newDraft, photo } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { paidToOthers } from './support/paid-to-others.js';
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

async function upload(visitor: Visitor, id: string, kind: string): Promise<string> {
  return (await visitor.upload(`/api/applications/${id}/papers`, { kind }, photo())).body.id as string;
}

async function toApproval(caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'initialCheck', 'pass');
  await officials.decide(caseNo, 'houseAppraisal', 'pass', { quantity: 4 });
  expect((await officials.decide(caseNo, 'townshipVerification', 'pass')).status).toBe(200);
}

async function announced(caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'noticePosting', 'posted');
  expect((await officials.decide(caseNo, 'publicNotice', 'takenDown')).status).toBe(200);
}

/** Approved, built, accepted, ordered and reviewed. */
async function toPayment(visitor: Visitor, id: string, caseNo: string): Promise<void> {
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
  test('and cannot build at all is housed in another way, without money', async () => {
    const visitor = await household(api, households[1]!);
    const { caseNo } = (await applied(visitor)).submission.body;
    await toApproval(caseNo);
    const leased = { reasonCode: 'LONG_LEASE', words: '独居老人，无力建房' };
    expect((await officials.decide(caseNo, 'housingApproval', 'houseOtherwise', leased)).body.stage).toBe(
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

paidToOthers(() => ({ api, officials, households, applied, upload, toPayment, ended }));

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

test('A programme that takes no applications leaves a house that is found in the ledger, with nothing begun; neither does an official begin a case', async () => {
  await newVersion(api.db, 'renovation', { closesAt: new Date(Date.now() - 60_000).toISOString() });
  const { status, body } = await found(households[11]!);
  expect([status, body.caseNo]).toEqual([201, null]);
  const { id, state } = await api.db.house.findFirstOrThrow({ where: { householdId: households[11]! } });
  expect(state).toBe('found');
  const begun = await (await officials.as('yl-appraiser-4')).post(`/api/houses/${id}/case`, { grade: 'D' });
  expect([begun.status, begun.body.code]).toEqual([409, 'PROGRAMME_CLOSED']);
});
