import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { newVersion } from '../support/new-version.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { photo, submitted } from './support/drafts.js';
import { endTermIn } from './support/noticed-case.js';
import { Officials } from './support/officials.js';
import { household } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const VERIFIERS = ['yl-339901100-verifier-1', 'yl-339901100-verifier-2'];

describe('late in a case', () => {
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

  async function approved(visitor: Visitor): Promise<{ id: string; caseNo: string }> {
    const application = await submitted(visitor);
    for (const stage of ['initialCheck', 'townshipVerification', 'projectApproval'] as const) {
      await officials.decide(application.caseNo, stage, 'pass');
    }
    return application;
  }

  test('an act that cannot be recorded in time is received for certain, and says where to look', async () => {
    const visitor = await household(api, households.shift()!);
    const { caseNo } = await submitted(visitor);
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const checker = await officials.as('yl-checker-1');
    let release = (): void => undefined;
    const held = api.db.$transaction(
      async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "Case" WHERE "caseNo" = ${caseNo} FOR UPDATE`;
        await new Promise<void>((resolve) => (release = resolve));
      },
      { timeout: 60_000 },
    );
    const answer = await checker.post(`/api/tasks/${id}/decision`, { stage: 'initialCheck', verdict: 'pass' });
    release();
    await held;
    expect([answer.status, answer.body.recorded]).toEqual([202, false]);
    expect(answer.headers.get('location')).toBe(`/api/cases/${caseNo}`);
    await officials.taskAt(caseNo, 'townshipVerification');
  });

  test('a notice runs its full term, and an open objection stops everything after it', async () => {
    const visitor = await household(api, households.shift()!);
    const { caseNo } = await approved(visitor);
    await officials.taskAt(caseNo, 'noticePosting');
    // A notice ends no earlier than it was to: it runs for all that is done in its term.
    await endTermIn(api.world, `${caseNo}-N1`, 864_000_000);
    await officials.decide(caseNo, 'noticePosting', 'posted');
    const task = await api.db.task.findFirstOrThrow({ where: { caseNo, stage: 'publicNotice', closedAt: null } });
    const verifier = await officials.as(VERIFIERS[0]!);
    const { applicationId } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    const paper = await verifier.upload(`/api/applications/${applicationId}/papers`, { kind: 'postingPhoto' }, photo());
    const takeDown = {
      ...{ stage: 'publicNotice', verdict: 'takenDown', onDay: '2026-11-20', witness: '监委会委员' },
      paperIds: [paper.body.id],
    };
    const early = await verifier.post(`/api/tasks/${task.id}/decision`, takeDown);
    expect([early.status, early.body.code]).toEqual([409, 'NOTICE_RUNNING']);

    const objection = await api.visitor().post(`/api/notices/${caseNo}-N1/objections`, { words: '不属实' });
    expect(objection.status).toBe(201);
    await officials.taskAt(caseNo, 'objectionHearing');
    const stopped = await verifier.post(`/api/tasks/${task.id}/decision`, takeDown);
    expect([stopped.status, stopped.body.code]).toEqual([409, 'OBJECTION_OPEN']);

    const settled = { reasonCode: 'OBJECTION_UNFOUNDED', words: '经现场核实不属实' };
    expect((await officials.decide(caseNo, 'objectionHearing', 'dismiss', settled)).body.stage).toBe('publicNotice');
    const { body } = await api.visitor().get(`/api/objections/${objection.body.receiptNo}`);
    expect(body).toMatchObject({ state: 'settled', words: '经现场核实不属实' });
  });

  test('one of two inspectors is from another office than verified', async () => {
    const visitor = await household(api, households.shift()!);
    const { id, caseNo } = await approved(visitor);
    await officials.decide(caseNo, 'noticePosting', 'posted');
    await officials.decide(caseNo, 'publicNotice', 'takenDown');
    await officials.taskAt(caseNo, 'projectWork');
    await visitor.post(`/api/applications/${id}/completion`);
    const [verifier] = VERIFIERS;
    const office = await api.db.official.findUniqueOrThrow({ where: { id: verifier! } });
    const colleague = 'yl-colleague';
    const same = { ...office, id: colleague, login: colleague, roles: ['inspector' as const] };
    await api.db.official.create({ data: same });
    const by = ['yl-339901100-inspector-1', colleague];
    const sameOffice = await officials.decide(caseNo, 'acceptanceInspection', 'pass', { quantity: 9, by });
    expect([sameOffice.status, sameOffice.body.code]).toEqual([403, 'SAME_OFFICE']);
    const proposed = await api.db.task.findFirstOrThrow({
      where: { caseNo, stage: 'acceptanceInspection', closedAt: null },
    });
    const other = await officials.as('yl-housing-1');
    const { body } = await other.get(`/api/tasks/${proposed.id}`);
    const signed = await other.post(`/api/tasks/${proposed.id}/signature`, {
      digest: body.proposal.digest,
      agrees: true,
    });
    expect(signed.body.stage).toBe('paymentPreparation');
  });

  test('a payment that came back waits for the household’s account, confirmed or another one', async () => {
    const visitor = await household(api, households.shift()!);
    const { body: home } = await visitor.get('/api/household');
    await newVersion(api.db, 'beekeeping', {
      reviewLooksAt: [
        { zh: '蜂群是否仍在饲养', en: 'Whether the bees are still kept' },
        { zh: '蜂蜜是否已有销路', en: 'Whether the honey is sold' },
      ],
    });
    // The simulated bank knows accounts that end in 0000 as closed.
    const closed = { memberId: home.members[0].id, bankName: '演练银行', number: '622200000010000' };
    const draft = await visitor.post('/api/applications', { programmeCode: 'beekeeping' });
    await visitor.post(`/api/applications/${draft.body.id}/account`, closed);
    const { id, caseNo } = await approved(visitor);
    expect((await visitor.post(`/api/applications/${id}/account`, { confirm: true })).body.code).toBe('NOT_AWAITED');
    await officials.decide(caseNo, 'noticePosting', 'posted');
    await officials.decide(caseNo, 'publicNotice', 'takenDown');
    await officials.taskAt(caseNo, 'projectWork');
    await visitor.post(`/api/applications/${id}/completion`);
    await officials.decide(caseNo, 'acceptanceInspection', 'pass', { quantity: 9 });
    await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    await officials.decide(caseNo, 'paymentReview', 'pass');
    await officials.taskAt(caseNo, 'accountCorrection');
    const { body: tasks } = await visitor.get('/api/tasks');
    expect(tasks.items).toMatchObject([{ caseNo, stage: { code: 'accountCorrection' } }]);
    const wrong = await visitor.post(`/api/applications/${id}/account`, { ...closed, number: 'abc' });
    expect(wrong.body.errors).toMatchObject([{ field: 'number', zh: expect.stringContaining('银行账号') }]);
    const other = await visitor.post(`/api/applications/${id}/account`, { ...closed, number: '622200000011234' });
    expect([other.status, other.body.stage]).toEqual([200, 'paymentPreparation']);
    await officials.decide(caseNo, 'paymentPreparation', 'prepare', { by: ['yl-maker-1'] });
    await officials.decide(caseNo, 'paymentReview', 'pass', { by: ['yl-finance-1'] });
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );

    await officials.taskAt(caseNo, 'reviewReport');
    const report = { words: '已用于养蜂', answers: ['yes'] };
    const silent = await visitor.post(`/api/applications/${id}/review-report`, { words: '已用于养蜂' });
    expect([silent.status, silent.body.code]).toEqual([422, 'ANSWERS_MISSING']);
    expect(silent.body.errors).toMatchObject([
      { field: 'answers.0', zh: expect.stringContaining('蜂群是否仍在饲养') },
      { field: 'answers.1', zh: expect.stringContaining('蜂蜜是否已有销路') },
    ]);
    const half = await visitor.post(`/api/applications/${id}/review-report`, report);
    expect(half.body.errors).toMatchObject([{ field: 'answers.1' }]);
    const odd = await visitor.post(`/api/applications/${id}/review-report`, { ...report, answers: ['yes', 'perhaps'] });
    expect([odd.status, odd.body.errors[0].field]).toEqual([400, 'answers.1']);
    await visitor.post(`/api/applications/${id}/review-report`, { ...report, answers: ['yes', 'no'] });
    const unscored = await officials.decide(caseNo, 'performanceReview', 'scored', {
      ...{ finding: 'partlyUsed', answers: ['no', 'no'], words: '未见蜂箱' },
    });
    expect([unscored.status, unscored.body.code]).toEqual([422, 'SCORE_MISSING']);
    const notUsed = { finding: 'notUsed', score: 10 };
    const answered = { ...notUsed, answers: ['no', 'partly'] };
    const unexplained = await officials.decide(caseNo, 'performanceReview', 'scored', answered);
    expect([unexplained.status, unexplained.body.code]).toEqual([422, 'WORDS_MISSING']);
    const unanswered = await officials.decide(caseNo, 'performanceReview', 'scored', { ...notUsed, words: '未见蜂箱' });
    expect(unanswered.body).toMatchObject({ code: 'ANSWERS_MISSING', errors: [{ field: 'answers.0' }, {}] });
    const { id: taskId } = await officials.taskAt(caseNo, 'performanceReview');
    const { body: task } = await (await officials.as('yl-reviewer-1')).get(`/api/tasks/${taskId}`);
    expect(task.looksAt).toMatchObject([{ zh: '蜂群是否仍在饲养' }, { zh: '蜂蜜是否已有销路' }]);
    const scored = { ...answered, words: '未见蜂箱' };
    expect((await officials.decide(caseNo, 'performanceReview', 'scored', scored)).status).toBe(200);
    expect(await api.db.recovery.count({ where: { caseNo } })).toBe(1);
    const { body: view } = await visitor.get(`/api/cases/${caseNo}`);
    expect(view.review.looksAt).toMatchObject([
      { question: { zh: '蜂群是否仍在饲养' }, household: { code: 'yes' }, official: { code: 'no' } },
      { question: { zh: '蜂蜜是否已有销路' }, household: { code: 'no' }, official: { code: 'partly' } },
    ]);
    const { body: timeline } = await visitor.get(`/api/cases/${caseNo}/timeline`);
    expect(JSON.stringify(timeline)).toContain('蜂蜜是否已有销路：部分是');
  });
});
