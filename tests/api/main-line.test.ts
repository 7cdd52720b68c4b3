import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { photo, submitted } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { household } from './support/people.js';

describe('one household, through the API', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  test('goes from its draft to the money and the review', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const { id: applicationId, caseNo } = await submitted(visitor);
    const act = (step: string, body: unknown = {}) => visitor.post(`/api/applications/${applicationId}/${step}`, body);
    expect((await api.db.case.findUniqueOrThrow({ where: { caseNo } })).startedAt).not.toBeNull();

    const returned = await officials.decide(caseNo, 'initialCheck', 'return', {
      reasonCode: 'PAPERS_INCOMPLETE',
      defects: ['购置凭证看不清，请重拍', '请写明养殖地点'],
    });
    expect(returned.body).toMatchObject({ caseNo, recorded: true, stage: 'correction' });
    const corrected = await act('correction', { quantity: 9, words: '已重拍' });
    expect([corrected.status, corrected.body.stage]).toEqual([200, 'initialCheck']);
    expect((await officials.decide(caseNo, 'initialCheck', 'pass')).body.stage).toBe('townshipVerification');
    const verified = await officials.decide(caseNo, 'townshipVerification', 'amend', {
      quantity: 8,
      visitedOn: '2026-11-20',
      site: '后山',
    });
    expect(verified.body.stage).toBe('projectApproval');
    expect((await officials.decide(caseNo, 'projectApproval', 'pass')).body.stage).toBe('noticePosting');
    const posted = await officials.decide(caseNo, 'noticePosting', 'posted', { witness: '监委会委员' });
    expect(posted.body.stage).toBe('publicNotice');
    expect((await officials.decide(caseNo, 'publicNotice', 'takenDown')).status).toBe(200);
    await officials.taskAt(caseNo, 'projectWork');

    expect((await act('extension', { words: '连日阴雨' })).body.stage).toBe('projectWork');
    expect((await act('extension')).body.code).toBe('EXTENSION_USED');
    const photograph = await visitor.upload(
      `/api/applications/${applicationId}/papers`,
      { kind: 'completionPhoto' },
      photo(),
    );
    const done = await act('completion', { paperIds: [photograph.body.id], words: '已养成' });
    expect(done.body.stage).toBe('acceptanceInspection');
    expect((await officials.decide(caseNo, 'acceptanceInspection', 'pass', { quantity: 8 })).status).toBe(200);
    expect((await officials.decide(caseNo, 'paymentPreparation', 'prepare')).body.stage).toBe('paymentReview');
    expect((await officials.decide(caseNo, 'paymentReview', 'pass')).status).toBe(200);
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ running }) => !running,
    );

    await officials.taskAt(caseNo, 'reviewReport');
    expect((await act('review-report', { words: '蜂群十五箱，售蜜两万元' })).body.stage).toBe('performanceReview');
    const scored = await officials.decide(caseNo, 'performanceReview', 'scored', {
      finding: 'usedAsIntended',
      score: 92,
      words: '现场属实',
    });
    expect(scored.body).toMatchObject({ recorded: true, stage: 'closed' });

    const { body } = await visitor.get(`/api/cases/${caseNo}`);
    expect(body).toMatchObject({ running: false, outcome: { kind: { code: 'completed' } } });
    const timeline = await visitor.get(`/api/cases/${caseNo}/timeline`);
    expect(JSON.stringify(timeline.body)).toContain('购置凭证看不清，请重拍');
    const stored = await api.db.idempotencyKey.findMany();
    const { body: home } = await visitor.get('/api/household');
    expect(JSON.stringify(stored)).not.toContain(home.members[0].name);
  });
});
