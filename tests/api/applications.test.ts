import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { isCaseNumber } from '../../domain/rules/case-number.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { completeDraft, newDraft, photo, PROGRAMME, submitted } from './support/drafts.js';
import { household, official, signedInByPhone } from './support/people.js';
import { helperIn } from './support/helpers.js';

describe('applications, while the workflow engine is away', () => {
  let api: ApiAlone;
  let households: string[];
  const nextHousehold = async () => household(api, households.shift()!);
  beforeAll(async () => {
    api = await openApiAlone();
    households = await ordinaryHouseholds(api.db, 24);
  });
  afterAll(() => api?.close());

  test('the guide says who may, what it pays, which papers, and the steps with their working days', async () => {
    const list = await api.visitor().get('/api/programmes?county=339901');
    const listed = list.body.items.find(({ code }: { code: string }) => code === PROGRAMME);
    expect(listed).toMatchObject({ applicant: 'household', eligible: { needsLabour: expect.any(Boolean) } });
    const { status, body } = await api.visitor().get(`/api/programmes/${PROGRAMME}?county=339901`);
    expect(status).toBe(200);
    expect(body).toMatchObject({ open: true, standardText: { zh: expect.stringContaining('元') } });
    expect(body.steps[0]).toMatchObject({ stage: 'initialCheck', workingDays: 5, who: { zh: '县扶贫办' } });
    expect((await api.visitor().get('/api/programmes/no-such')).body.code).toBe('NOT_FOUND');
  });

  test('the form asks only for what the state does not hold: the register prefills the rest', async () => {
    const visitor = await nextHousehold();
    const { status, body } = await visitor.get('/api/household');
    expect(status).toBe(200);
    expect(body.members[0].idNumber).toMatch(/^\d{17}[\dX]$/);
    expect(body.area.county.name).toBe('演练县');
    expect(body.account.holder).toBe(body.members[0].name);
    expect(body).toMatchObject({ villageType: null });
  });

  test('a draft is saved however incomplete, and says what is still missing', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const empty = await visitor.get(`/api/applications/${id}`);
    const fields = (body: { missing: { field: string }[] }) => body.missing.map(({ field }) => field);
    expect(fields(empty.body)).toEqual(['quantity', 'papers.purchaseReceipt', 'registerConfirmed']);

    const half = await visitor.patch(`/api/applications/${id}`, { quantity: 10, plan: '养蜂十箱' });
    expect(half.status).toBe(200);
    expect(half.body).toMatchObject({ quantity: 10, plan: '养蜂十箱' });
    expect(half.body.amountFen).toBeGreaterThan(0);
    const back = await visitor.patch(`/api/applications/${id}`, { quantity: null });
    expect(back.body).toMatchObject({ quantity: null, plan: '养蜂十箱' });
    const list = await visitor.get('/api/applications');
    expect(list.body.items).toMatchObject([{ id, caseNo: null, stage: null }]);
  });

  test('what a household writes lies sealed in the database', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    await visitor.patch(`/api/applications/${id}`, { plan: '我家的计划' });
    const { body } = await api.db.applicationDraft.findUniqueOrThrow({ where: { id } });
    expect(JSON.stringify(body)).not.toContain('计划');
  });

  test('each field that is not right is named, with what to do, in both languages; unknown ones are refused', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const { status, headers, body } = await visitor.patch(`/api/applications/${id}`, { quantity: '十', amountFen: 1 });
    expect(status).toBe(400);
    expect(headers.get('content-type')).toContain('application/problem+json');
    expect(body).toMatchObject({ code: 'INVALID_INPUT', status: 400, type: '/api/docs#INVALID_INPUT' });
    expect(body.errors).toEqual([
      { field: 'quantity', zh: expect.stringContaining('整数'), en: expect.stringContaining('hundredths') },
      { field: 'amountFen', zh: '没有此项，请删去', en: 'Not known: leave it out' },
    ]);
  });

  test('an incomplete draft is not submitted: everything that is missing is listed at once', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const { status, body } = await visitor.post(`/api/applications/${id}/submission`);
    expect([status, body.code]).toEqual([422, 'DRAFT_INCOMPLETE']);
    expect(body.errors).toHaveLength(3);
  });

  test('submission answers with a receipt, although the engine is away; the case waits for its start', async () => {
    const visitor = await nextHousehold();
    const id = await completeDraft(visitor);
    const { status, headers, body } = await visitor.post(`/api/applications/${id}/submission`);
    expect(status).toBe(201);
    expect(isCaseNumber(body.caseNo)).toBe(true);
    expect(headers.get('location')).toBe(`/api/cases/${body.caseNo}`);
    expect(body.next).toMatchObject({ stage: 'initialCheck', who: { zh: expect.stringContaining('扶贫办公室') } });
    expect(Date.parse(body.next.dueAt)).toBeGreaterThan(Date.parse(body.submittedAt));
    const row = await api.db.case.findUniqueOrThrow({ where: { caseNo: body.caseNo } });
    expect(row).toMatchObject({ stage: 'submitted', running: true, startedAt: null });
    expect(Buffer.byteLength(JSON.stringify(row.input))).toBeLessThan(4096);
  });

  test('a submitted application is changed no more and submitted no more', async () => {
    const visitor = await nextHousehold();
    const { id } = await submitted(visitor);
    expect((await visitor.patch(`/api/applications/${id}`, { quantity: 9 })).body.code).toBe('ALREADY_SUBMITTED');
    expect((await visitor.post(`/api/applications/${id}/submission`)).body.code).toBe('ALREADY_SUBMITTED');
  });

  test('one running application per household, programme and period', async () => {
    const visitor = await nextHousehold();
    const { caseNo } = await submitted(visitor);
    const second = await completeDraft(visitor);
    const { status, body } = await visitor.post(`/api/applications/${second}/submission`);
    expect([status, body.code, body.caseNo]).toEqual([409, 'ALREADY_RUNNING', caseNo]);
  });

  test('a closed programme takes no application', async () => {
    const visitor = await nextHousehold();
    const row = await api.db.programme.findFirstOrThrow({ where: { countyCode: '339901', code: 'e-commerce' } });
    const over = {
      ...(row.body as object),
      version: 2,
      closesAt: '2020-01-01T00:00:00+08:00',
      opensAt: '2019-01-01T00:00:00+08:00',
    };
    await api.db.programme.create({
      data: { ...row, digest: randomUUID(), version: 2, opensAt: new Date('2019-01-01'), body: over },
    });
    const { status, body } = await visitor.post('/api/applications', { programmeCode: 'e-commerce' });
    expect([status, body.code]).toEqual([409, 'PROGRAMME_CLOSED']);
  });

  test('papers that may be promised are promised, and others are not', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const wrong = await visitor.patch(`/api/applications/${id}`, { promisedPapers: ['consent'] });
    expect([wrong.status, wrong.body.code]).toEqual([422, 'PROMISE_NOT_ALLOWED']);
    expect(wrong.body.errors).toMatchObject([{ field: 'promisedPapers.0' }]);
    const unknown = await visitor.patch(`/api/applications/${id}`, { promisedPapers: ['purchaseReceipt', 'bribe'] });
    expect([unknown.status, unknown.body.code]).toEqual([400, 'INVALID_INPUT']);
    expect(unknown.body.errors).toMatchObject([{ field: 'promisedPapers.1' }]);
    await visitor.patch(`/api/applications/${id}`, {
      quantity: 10,
      registerConfirmed: true,
      promisedPapers: ['purchaseReceipt'],
    });
    const { body } = await visitor.post(`/api/applications/${id}/submission`);
    const { input } = await api.db.case.findUniqueOrThrow({ where: { caseNo: body.caseNo } });
    expect(input).toMatchObject({ promisedPapers: ['purchaseReceipt'] });

    await visitor.upload(`/api/applications/${id}/papers`, { kind: 'purchaseReceipt' }, photo());
    const [paper] = await api.db.paper.findMany({ where: { applicationId: id } });
    expect(paper!.toldAt).toBeNull();
  });

  test('a helper files for a household of his village, with its consent on record before he sees anything', async () => {
    const { phone, registerNo, elsewhere } = await helperIn(api, '339901100202');
    const helper = await signedInByPhone(api, phone);
    expect((await helper.post('/api/applications', { programmeCode: PROGRAMME })).body.errors[0].field).toBe(
      'registerNo',
    );
    const foreign = await helper.post('/api/applications', { programmeCode: PROGRAMME, registerNo: elsewhere });
    expect(foreign.status).toBe(404);

    const id = await newDraft(helper, { registerNo });
    expect((await helper.get(`/api/household?applicationId=${id}`)).body.code).toBe('CONSENT_MISSING');
    await helper.patch(`/api/applications/${id}`, {
      quantity: 10,
      registerConfirmed: true,
      promisedPapers: ['purchaseReceipt'],
    });
    expect((await helper.post(`/api/applications/${id}/submission`)).body.code).toBe('CONSENT_MISSING');
    await helper.upload(`/api/applications/${id}/papers`, { kind: 'consent' }, photo());
    const { body: home } = await helper.get(`/api/household?applicationId=${id}`);
    expect(home.registerNo).toBe(registerNo);
    expect(home.members[0].idNumber).toMatch(/^\*{14}\d{3}[\dX]$/);
    expect((await helper.post(`/api/applications/${id}/submission`)).status).toBe(201);
  });

  test('another household’s application is not found, whatever one does to it', async () => {
    const owner = await nextHousehold();
    const stranger = await nextHousehold();
    const { id } = await submitted(owner);
    const answers = [
      await stranger.get(`/api/applications/${id}`),
      await stranger.patch(`/api/applications/${id}`, { quantity: 1 }),
      await stranger.upload(`/api/applications/${id}/papers`, { kind: 'other' }, photo()),
      await stranger.post(`/api/applications/${id}/submission`),
      await stranger.post(`/api/applications/${id}/withdrawal`),
      await stranger.post(`/api/applications/${id}/account`, { confirm: true }),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [404, 'NOT_FOUND']));
    expect((await api.visitor().get(`/api/applications/${id}`)).body.code).toBe('NOT_SIGNED_IN');
  });

  test('an official sees an application once it is submitted, in his area', async () => {
    const visitor = await nextHousehold();
    const draft = await newDraft(visitor);
    const checker = await official(api, 'yl-checker-1');
    expect((await checker.get(`/api/applications/${draft}`)).status).toBe(404);
    const { id } = await submitted(await nextHousehold());
    expect((await checker.get(`/api/applications/${id}`)).status).toBe(200);
    const elsewhere = await official(api, 'ca-checker-1');
    expect((await elsewhere.get(`/api/applications/${id}`)).body.code).toBe('OUT_OF_AREA');
    expect((await checker.post('/api/applications', { programmeCode: PROGRAMME })).body.code).toBe('NOT_ALLOWED');
  });

  test('the account of a draft is another member’s own, never a helper’s', async () => {
    const visitor = await nextHousehold();
    const id = await newDraft(visitor);
    const { body: home } = await visitor.get('/api/household');
    const member = home.members[0].id as string;
    const account = { memberId: member, bankName: '淳安农商银行', number: '6228 4800 1234 5678 901' };
    expect((await visitor.post(`/api/applications/${id}/account`, account)).status).toBe(204);
    expect((await visitor.get('/api/household')).body.account).toMatchObject({ number: '6228480012345678901' });

    const { accountHash } = await api.db.helper.findFirstOrThrow();
    await api.db.helper.updateMany({
      where: { accountHash },
      data: { accountHash: api.keyring.lookup('account', '622200001111') },
    });
    const helpers = await visitor.post(`/api/applications/${id}/account`, { ...account, number: '622200001111' });
    expect(helpers.body.errors[0].field).toBe('number');
    const stranger = await visitor.post(`/api/applications/${id}/account`, { ...account, memberId: randomUUID() });
    expect(stranger.body.errors[0].field).toBe('memberId');
  });

  test('an act that the away engine would have to take is refused for now, and nothing is kept of its key', async () => {
    const visitor = await nextHousehold();
    const { id } = await submitted(visitor);
    const key = randomUUID();
    const first = await visitor.post(`/api/applications/${id}/withdrawal`, {}, { key });
    expect([first.status, first.body.code]).toEqual([503, 'UNAVAILABLE']);
    const row = await api.db.idempotencyKey.findFirstOrThrow({ where: { key } });
    expect(row.status).toBeNull();
  });
});
