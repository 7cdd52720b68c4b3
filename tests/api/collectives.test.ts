import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { WORTH_SELECT, worthOf } from '../../api/queries/programme-worth.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { Programme } from '../../domain/schemas/programme.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import {
  collectiveFiles,
  differencesOf,
  helperBeside,
  helperOfVillage,
  KEY_VILLAGE,
  LOAN,
} from './support/collective.js';
import { entitled, parked, pays, runOf } from './support/entitled.js';
import { noticeOf } from './support/loan-changes.js';
import { Officials } from './support/officials.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

/** Its village is of another kind. */
const OTHER_VILLAGE = '339901100202';

describe('四(四) interest subsidy: a village collective applies itself', () => {
  const year = new Date().getFullYear();
  const loan = { ...LOAN, from: `${year}-01-01`, until: `${year + 3}-01-01` };
  const programmeCode = 'collective-interest';
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  let helper: Visitor;
  let maker: Visitor;
  let granted: string;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
    helper = await helperOfVillage(api, KEY_VILLAGE);
    maker = await official(api, 'yl-maker-1');
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
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
    expect(refused.map(({ status, body }) => [status, body.code])).toEqual(refused.map(() => [409, 'APPLICANT_UNFIT']));
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

  test('is gone on with by whoever helps in its village, and by no helper of another', async () => {
    const colleague = await helperBeside(api, KEY_VILLAGE);
    const stranger = await helperOfVillage(api, OTHER_VILLAGE);
    const { applicationId } = await api.db.case.findUniqueOrThrow({ where: { caseNo: granted } });
    const listed = async (who: Visitor) => (await who.get('/api/applications')).body.items;
    expect(await listed(colleague)).toContainEqual(expect.objectContaining({ caseNo: granted }));
    expect(await listed(stranger)).toEqual([]);
    for (const path of [`/api/cases/${granted}`, `/api/applications/${applicationId}`]) {
      expect([path, (await colleague.get(path)).status]).toEqual([path, 200]);
      expect([path, (await stranger.get(path)).body.code]).toEqual([path, 'NOT_FOUND']);
    }
    const said = { reasonCode: 'PAPERS_INCOMPLETE', defects: ['成员会议记录不清，请重拍'] };
    await officials.decide(granted, 'initialCheck', 'return', said);
    const correction = `/api/applications/${applicationId}/correction`;
    expect((await stranger.post(correction, {})).body.code).toBe('NOT_FOUND');
    const corrected = await colleague.post(correction, { words: '已重拍' });
    expect([corrected.status, corrected.body.stage]).toEqual([200, 'initialCheck']);
    const { body: timeline } = await helper.get(`/api/cases/${granted}/timeline`);
    const [correctedBy] = timeline.entries.find(({ words }: { words: string }) => words === '已重拍').who;
    expect(correctedBy.name).toBe('同村代办');
  });

  test('is refused where its village is of another kind: the check is blocked by what it finds', async () => {
    const elsewhere = await helperOfVillage(api, OTHER_VILLAGE);
    const { body: draft } = await elsewhere.post('/api/applications', { programmeCode });
    const caseNo = await collectiveFiles(elsewhere, draft.id, loan);
    const passed = await officials.decide(caseNo, 'initialCheck', 'pass');
    expect([passed.status, passed.body.code]).toEqual([409, 'BLOCKED_BY_FINDING']);
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const { body: task } = await (await officials.as('yl-checker-1')).get(`/api/tasks/${id}`);
    expect(task.findings).toMatchObject([{ code: 'VILLAGE_NOT_ELIGIBLE', zh: expect.stringMatching(/^所在村/) }]);
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
    expect(await parked(api, granted)).toMatchObject({ payeeId, householdId: null, state: 'active' });
    expect(await noticeOf(api.db, granted)).toMatchObject({ applicant: name });
  });

  test('is paid period by period to its own account of the register, and reviewed', async () => {
    await api.db.entitlement.update({ where: { caseNo: granted }, data: { nextDueAt: new Date() } });
    const run = await eventually(
      () => runOf(api, granted, 1),
      (row) => row !== undefined,
    );
    await parked(api, granted);
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

  test('is ended by an official with a reason in words, once, as a household’s is; nothing is paid after', async () => {
    const { villageType } = await api.db.area.findUniqueOrThrow({ where: { code: KEY_VILLAGE } });
    await api.db.area.update({ where: { code: OTHER_VILLAGE }, data: { villageType } });
    const elsewhere = await helperOfVillage(api, OTHER_VILLAGE);
    // The refusal of its earlier application stands once nobody has asked for a review in time.
    await eventually(
      () => api.db.case.count({ where: { areaCode: OTHER_VILLAGE, running: true } }),
      (count) => count === 0,
      100_000,
    );
    const { body: draft } = await elsewhere.post('/api/applications', { programmeCode });
    const caseNo = await collectiveFiles(elsewhere, draft.id, loan);
    for (const stage of ['initialCheck', 'townshipVerification', 'entitlementApproval'] as const)
      await officials.decide(caseNo, stage, 'pass');
    await officials.decide(caseNo, 'noticePosting', 'posted');
    await officials.decide(caseNo, 'publicNotice', 'takenDown');
    await entitled(api, caseNo);
    const approver = await official(api, 'yl-approver-2');
    const said = { reason: 'byOffice', words: '贷款已转作他用' };
    const ended = await approver.post(`/api/entitlements/${caseNo}/end`, said);
    expect([ended.status, ended.body.ended]).toMatchObject([200, { reason: { code: 'byOffice' } }]);
    expect((await approver.post(`/api/entitlements/${caseNo}/end`, said)).body.code).toBe('ENTITLEMENT_ENDED');
    const { body: seen } = await elsewhere.get(`/api/entitlements/${caseNo}`);
    expect(seen).toMatchObject({ state: { code: 'ended' }, ended: { reason: { code: 'byOffice' } } });
    expect(await entitled(api, caseNo)).toMatchObject({ state: 'ended', nextDueAt: null });
  }, 150_000);

  test('ends with its reason once the collective is closed in the register', async () => {
    const { payeeId } = await api.db.entitlement.findUniqueOrThrow({ where: { caseNo: granted } });
    expect((await maker.post(`/api/payees/${payeeId}/closing`)).status).toBe(200);
    await api.db.entitlement.update({
      where: { caseNo: granted },
      data: { nextDueAt: new Date() },
    });
    await eventually(
      () => api.db.entitlement.findUniqueOrThrow({ where: { caseNo: granted } }),
      ({ state }) => state === 'ended',
    );
    const { body } = await helper.get(`/api/entitlements/${granted}`);
    expect(body).toMatchObject({ ended: { reason: { code: 'collectiveClosed' } } });
  });
});
