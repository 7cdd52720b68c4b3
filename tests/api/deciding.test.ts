import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ErrorCode } from '../../domain/errors.js';
import type { Stage } from '../../domain/rules/stages.js';
import type { Role } from '../../domain/rules/roles.js';
import { actAt } from '../activities/support/acting.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type Api, openApi } from './support/api.js';
import { photo, submitted } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { household } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const VERIFIERS = ['yl-339901100-verifier-1', 'yl-339901100-verifier-2'];

describe('deciding', () => {
  let api: Api;
  let officials: Officials;
  let households: string[];
  beforeAll(async () => {
    api = await openApi();
    officials = new Officials(api);
    households = await ordinaryHouseholds(api.db, 24);
  });
  afterAll(() => api?.close());

  interface Case {
    readonly id: string;
    readonly caseNo: string;
    readonly householdId: string;
    readonly visitor: Visitor;
  }
  /** A new case at a stage of the main line. */
  async function caseAt(stage: Stage): Promise<Case> {
    const householdId = households.shift()!;
    const visitor = await household(api, householdId);
    const { id, caseNo } = await submitted(visitor);
    const order = ['initialCheck', 'townshipVerification', 'projectApproval', 'noticePosting'] as const;
    for (const passed of order.slice(0, order.indexOf(stage as (typeof order)[number]))) {
      await officials.decide(caseNo, passed, 'pass');
    }
    return { id, caseNo, householdId, visitor };
  }
  const refusal = async (answer: Promise<{ status: number; body: { code: string } }>) => {
    const { status, body } = await answer;
    return [status, body.code];
  };
  const alsoAs = (login: string, ...roles: Role[]) => api.db.official.update({ where: { login }, data: { roles } });

  test('a task has all that its decision needs: household, papers, findings, verdicts with their reasons', async () => {
    const { caseNo, visitor } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const { status, body } = await (await officials.as('yl-checker-1')).get(`/api/tasks/${id}`);
    expect(status).toBe(200);
    const { body: home } = await visitor.get('/api/household');
    expect(body.household).toEqual(home);
    expect(body.papers).toMatchObject([{ kind: 'purchaseReceipt' }]);
    expect(body.plan).toBe('在后山空地养中蜂');
    expect(body.verdicts.map(({ code }: { code: string }) => code)).toEqual(['pass', 'return', 'refuse']);
    expect(body.verdicts[2].reasons[0]).toMatchObject({ code: 'NOT_ELIGIBLE', zh: expect.any(String) });
    expect(Date.parse(body.dueAt)).toBeGreaterThan(Date.now());
  });

  test('a task may be claimed, is then somebody’s, and can be given back', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const [one, other] = [await officials.as('yl-checker-1'), await officials.as('yl-checker-2')];
    expect((await one.post(`/api/tasks/${id}/claim`)).body.claimedBy.id).toBe('yl-checker-1');
    expect((await one.get('/api/tasks?mine=true')).body.items).toMatchObject([{ id }]);
    expect(await refusal(other.post(`/api/tasks/${id}/claim`))).toEqual([409, 'TASK_TAKEN']);
    expect(await refusal(other.post(`/api/tasks/${id}/release`))).toEqual([409, 'TASK_TAKEN']);
    const decision = { stage: 'initialCheck', verdict: 'pass' };
    expect(await refusal(other.post(`/api/tasks/${id}/decision`, decision))).toEqual([409, 'TASK_TAKEN']);
    expect((await one.post(`/api/tasks/${id}/release`)).body.claimedBy).toBeNull();
    expect((await other.post(`/api/tasks/${id}/decision`, decision)).status).toBe(200);
    expect(await refusal(one.post(`/api/tasks/${id}/claim`))).toEqual([409, 'TASK_CLOSED']);
  });

  test('whoever looked at a stale screen is told who moved the case and when', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    await officials.decide(caseNo, 'initialCheck', 'pass', { by: ['yl-checker-2'] });
    const late = await officials.as('yl-checker-1');
    const { status, body } = await late.post(`/api/tasks/${id}/decision`, { stage: 'initialCheck', verdict: 'pass' });
    expect([status, body.code]).toEqual([409, 'STAGE_MOVED']);
    const { name } = await api.db.official.findUniqueOrThrow({ where: { login: 'yl-checker-2' } });
    expect(body.moved.by).toMatchObject([{ name, role: { code: 'countyChecker' } }]);
    expect(body.moved.stage.zh).toBe('乡镇审查核实');
    expect(Date.now() - Date.parse(body.moved.at)).toBeLessThan(120_000);
  });

  test('a decision that names another stage than its task is not right; nothing has moved', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const checker = await officials.as('yl-checker-1');
    const { body } = await checker.post(`/api/tasks/${id}/decision`, { stage: 'projectApproval', verdict: 'pass' });
    expect(body.code).toBe('INVALID_INPUT');
    expect(body.errors).toMatchObject([{ field: 'stage', zh: expect.stringContaining('initialCheck') }]);
  });

  test('a task says before one decides whether one may: by whom it is awaited, and that it is done', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const seenBy = async (login: string) => (await (await officials.as(login)).get(`/api/tasks/${id}`)).body;
    expect(await seenBy('yl-checker-1')).toMatchObject({ closedAt: null, obstacle: null });
    const supervised = { obstacle: { code: 'NOT_AWAITED', zh: expect.any(String) }, verdicts: [] };
    expect(await seenBy('yl-supervisor-1')).toMatchObject(supervised);
    await officials.decide(caseNo, 'initialCheck', 'pass');
    const done = { closedAt: expect.any(String), obstacle: { code: 'TASK_CLOSED' }, verdicts: [] };
    expect(await seenBy('yl-checker-1')).toMatchObject(done);
  });

  test('what no screen sends is refused by the case itself: one signature for two, what a stage does not know', async () => {
    const { caseNo } = await caseAt('townshipVerification');
    const refused = (type: ErrorCode) => ({ cause: { type } });
    const alone = actAt(api, caseNo, 'townshipVerification', 'pass', { cosigner: undefined });
    await expect(alone).rejects.toMatchObject(refused('SECOND_SIGNATURE_MISSING'));
    const unknown = actAt(api, caseNo, 'townshipVerification', 'prepare');
    await expect(unknown).rejects.toMatchObject(refused('VERDICT_NOT_POSSIBLE'));
  });

  test('the same decision sent twice with its key is one act, and both get its answer', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const checker = await officials.as('yl-checker-1');
    const key = randomUUID();
    const send = () => checker.post(`/api/tasks/${id}/decision`, { stage: 'initialCheck', verdict: 'pass' }, { key });
    const [one, other] = await Promise.all([send(), send()]);
    expect(one.body).toEqual(other.body);
    expect(await api.db.caseEvent.count({ where: { caseNo, kind: 'acted' } })).toBe(1);

    // As if the process had died between the case's record and its own answer.
    await api.db.$executeRaw`
      UPDATE "IdempotencyKey" SET "status" = NULL, "answer" = NULL, "leaseUntil" = now() WHERE "key" = ${key}`;
    const again = await send();
    expect([again.status, again.body.recorded]).toEqual([200, true]);
    expect(await api.db.caseEvent.count({ where: { caseNo, kind: 'acted' } })).toBe(1);
  });

  test('only the role that a stage awaits decides there, and only in its own area', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const decision = { stage: 'initialCheck', verdict: 'pass' };
    const decide = async (login: string) =>
      refusal((await officials.as(login)).post(`/api/tasks/${id}/decision`, decision));
    expect(await decide('yl-approver-1')).toEqual([409, 'NOT_AWAITED']);
    expect(await decide('ca-checker-1')).toEqual([403, 'OUT_OF_AREA']);
    expect(await decide('yl-admin')).toEqual([403, 'NOT_ALLOWED']);
    const list = await (await officials.as('yl-339901200-verifier-1')).get(`/api/tasks?text=${caseNo}`);
    expect(list.body.items).toEqual([]);
  });

  test('a decision against somebody says why, and one made on the spot shows it', async () => {
    const { caseNo, id: applicationId } = await caseAt('initialCheck');
    const at = (stage: Stage, verdict: 'refuse' | 'return' | 'pass' | 'amend', more = {}) =>
      refusal(officials.decide(caseNo, stage, verdict, more));
    expect(await at('initialCheck', 'refuse')).toEqual([422, 'REASON_MISSING']);
    expect(await at('initialCheck', 'return', { reasonCode: 'PAPERS_INCOMPLETE' })).toEqual([422, 'REASON_MISSING']);
    for (const reasonCode of ['PAPERS_INCOMPLETE', 'NOT_ACCEPTED']) {
      const unfit = await officials.decide(caseNo, 'initialCheck', 'refuse', { reasonCode, words: '缺' });
      expect(unfit.body.errors[0].field).toBe('reasonCode');
    }
    const silent = await officials.decide(caseNo, 'initialCheck', 'refuse', { reasonCode: 'NOT_ELIGIBLE' });
    expect(silent.body.errors).toMatchObject([{ field: 'words', zh: expect.any(String) }]);
    const impossible = await officials.decide(caseNo, 'initialCheck', 'amend', { quantity: 3 });
    expect(impossible.body.code).toBe('INVALID_INPUT');
    await officials.decide(caseNo, 'initialCheck', 'pass');
    expect(await at('townshipVerification', 'pass', { paperIds: [] })).toEqual([422, 'PAPERS_MISSING']);
    expect(await at('townshipVerification', 'amend', { words: '实有七箱' })).toEqual([422, 'QUANTITY_MISSING']);
    const excessive = await at('townshipVerification', 'amend', { words: '多', quantity: 100_000 });
    expect(excessive).toEqual([422, 'QUANTITY_OUT_OF_RANGE']);
    const unexplained = await officials.decide(caseNo, 'townshipVerification', 'amend', { quantity: 7 });
    expect(unexplained).toMatchObject({ status: 400, body: { errors: [{ field: 'words' }] } });
    const foreign = await officials.decide(caseNo, 'townshipVerification', 'pass', { paperIds: [randomUUID()] });
    expect(foreign.body.errors[0].field).toBe('paperIds.0');
    expect(await api.db.words.count({ where: { caseNo } })).toBe(0);
    expect(applicationId).toBeTruthy();
  });

  test('two officials sign a visit, each in his own session, and the second what the first proposed', async () => {
    const { caseNo, id: applicationId } = await caseAt('townshipVerification');
    const { id } = await officials.taskAt(caseNo, 'townshipVerification');
    const [one, other] = [await officials.as(VERIFIERS[0]!), await officials.as(VERIFIERS[1]!)];
    const paper = await one.upload(`/api/applications/${applicationId}/papers`, { kind: 'sitePhoto' }, photo());
    const decision = {
      stage: 'townshipVerification',
      verdict: 'amend',
      quantity: 7,
      ...{ words: '实有七箱', visitedOn: '2026-11-20', site: '后山' },
      paperIds: [paper.body.id],
    };
    const first = await one.post(`/api/tasks/${id}/decision`, decision);
    expect(first).toMatchObject({ status: 201, body: { awaitsSecondSignature: true } });
    const sign = (visitor: Visitor, digest: string, agrees = true) =>
      refusal(visitor.post(`/api/tasks/${id}/signature`, { digest, agrees }));

    expect(await sign(one, first.body.digest)).toEqual([403, 'ALREADY_SIGNED']);
    const second = await other.post(`/api/tasks/${id}/decision`, { ...decision, quantity: 8 });
    const { name } = await api.db.official.findUniqueOrThrow({ where: { login: VERIFIERS[0]! } });
    expect([second.status, second.body.code]).toEqual([409, 'PROPOSAL_WAITS']);
    expect(second.body.proposedBy).toMatchObject({ name, role: { code: 'townshipVerifier' } });
    const shown = await other.get(`/api/tasks/${id}`);
    expect(shown.body.proposal).toMatchObject({
      ...{ quantity: 7, amountFen: 7 * 20_000 },
      words: expect.stringContaining('实有七箱'),
      verdict: { code: 'amend' },
    });
    const changed = await one.post(`/api/tasks/${id}/decision`, { ...decision, quantity: 6 });
    expect(await sign(other, first.body.digest)).toEqual([409, 'PROPOSAL_CHANGED']);
    const declined = await other.post(`/api/tasks/${id}/signature`, { digest: changed.body.digest, agrees: false });
    expect(declined.body).toMatchObject({ stage: 'townshipVerification', recorded: true });
    const own = await other.post(`/api/tasks/${id}/decision`, { ...decision, quantity: 8 });
    expect((await one.post(`/api/tasks/${id}/signature`, { digest: own.body.digest, agrees: true })).body.stage).toBe(
      'projectApproval',
    );
    expect((await api.db.case.findUniqueOrThrow({ where: { caseNo } })).quantity).toBe(8);
  });

  test('nobody decides twice in a case, on his kin, or on what his office did', async () => {
    const kin = households[0]!;
    await api.db.kinship.create({ data: { householdId: kin, officialId: 'yl-checker-2', relation: '侄' } });
    const { caseNo, visitor, id } = await caseAt('initialCheck');
    const byKin = officials.decide(caseNo, 'initialCheck', 'pass', { by: ['yl-checker-2'] });
    expect(await refusal(byKin)).toEqual([403, 'KIN']);
    await officials.decide(caseNo, 'initialCheck', 'pass');
    await officials.decide(caseNo, 'townshipVerification', 'pass');
    await alsoAs('yl-checker-1', 'countyChecker', 'countyApprover');
    const twice = officials.decide(caseNo, 'projectApproval', 'pass', { by: ['yl-checker-1'] });
    expect(await refusal(twice)).toEqual([403, 'OWN_DECISION']);

    const refused = { reasonCode: 'PROJECT_NOT_COVERED', words: '不在扶持目录' };
    expect((await officials.decide(caseNo, 'projectApproval', 'refuse', refused)).body.stage).toBe('refused');
    const request = await visitor.post(`/api/applications/${id}/internal-review`, { words: '请复核' });
    expect(request.body.stage).toBe('internalReview');
    const upheld = { reasonCode: 'DECISION_CORRECT', words: '维持' };
    const heard = await officials.taskAt(caseNo, 'internalReview');
    const beforehand = await (await officials.as('yl-supervisor-1')).get(`/api/tasks/${heard.id}`);
    expect(beforehand.body).toMatchObject({ obstacle: { code: 'OWN_OFFICE' }, verdicts: [] });
    const own = officials.decide(caseNo, 'internalReview', 'uphold', { ...upheld, by: ['yl-supervisor-1'] });
    expect(await refusal(own)).toEqual([403, 'OWN_OFFICE']);
    expect((await officials.decide(caseNo, 'internalReview', 'uphold', upheld)).body.stage).toBe('closed');
    const { body } = await visitor.get(`/api/cases/${caseNo}`);
    expect(body.outcome).toMatchObject({
      kind: { code: 'refused' },
      remedies: { zh: expect.stringContaining('行政复议') },
    });
  });

  test('whoever may not sign does not hold up the task by proposing', async () => {
    const kin = households[0]!;
    await api.db.kinship.create({ data: { householdId: kin, officialId: VERIFIERS[0]!, relation: '堂兄' } });
    const { caseNo } = await caseAt('townshipVerification');
    expect(await refusal(officials.decide(caseNo, 'townshipVerification', 'pass'))).toEqual([403, 'KIN']);
    const { id } = await officials.taskAt(caseNo, 'townshipVerification');
    expect((await api.db.task.findUniqueOrThrow({ where: { id } })).proposedById).toBeNull();
  });

  test('what the desk check found cannot be passed over', async () => {
    const blocked = households[0]!;
    const { caseNo } = await (async () => {
      await api.db.household.update({ where: { id: blocked }, data: { standing: 'exited', exitedOn: '2020-01-01' } });
      return caseAt('initialCheck');
    })();
    expect(await refusal(officials.decide(caseNo, 'initialCheck', 'pass'))).toEqual([409, 'BLOCKED_BY_FINDING']);
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const { body } = await (await officials.as('yl-checker-1')).get(`/api/tasks/${id}`);
    expect(body.findings).toMatchObject([{ code: expect.any(String), severity: 'blocking', zh: expect.any(String) }]);
  });

  test('a change in the household is looked at before anything is approved', async () => {
    const { caseNo, householdId } = await caseAt('projectApproval');
    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: householdId } });
    const checker = await officials.as('yl-checker-2');
    await checker.post('/api/household-changes', { registerNo, kind: 'death', occurredOn: '2026-11-01' });
    const change = await officials.taskAt(caseNo, 'householdChange');
    expect(await refusal(officials.decide(caseNo, 'projectApproval', 'pass'))).toEqual([409, 'CHANGE_OPEN']);
    const { body } = await checker.get(`/api/tasks/${change.id}`);
    expect(body.about).toContain('死亡');
    await officials.decide(caseNo, 'householdChange', 'continue', { by: ['yl-checker-2'] });
    expect((await officials.decide(caseNo, 'projectApproval', 'pass')).body.stage).toBe('noticePosting');
  });

  test('a household withdraws until approval and not after; what it owes it hands in', async () => {
    const { id, caseNo, visitor } = await caseAt('projectApproval');
    expect(await refusal(visitor.post(`/api/applications/${id}/completion`))).toEqual([409, 'STAGE_MOVED']);
    await officials.decide(caseNo, 'projectApproval', 'pass');
    expect(await refusal(visitor.post(`/api/applications/${id}/withdrawal`))).toEqual([409, 'TOO_LATE_TO_WITHDRAW']);
    const early = await caseAt('townshipVerification');
    const withdrawn = await early.visitor.post(`/api/applications/${early.id}/withdrawal`, { words: '不办了' });
    expect(withdrawn.body).toMatchObject({ recorded: true, stage: 'closed' });
    const again = await early.visitor.post(`/api/applications/${early.id}/withdrawal`);
    expect([again.status, again.body.code]).toEqual([409, 'STAGE_MOVED']);
  });

  test('a substitute decides in the place of an absent colleague: it is on record, and binds both', async () => {
    const { caseNo } = await caseAt('initialCheck');
    const { id } = await officials.taskAt(caseNo, 'initialCheck');
    const [absent, substitute] = [await officials.as('yl-checker-1'), await officials.as('yl-approver-1')];
    const decide = () => substitute.post(`/api/tasks/${id}/decision`, { stage: 'initialCheck', verdict: 'pass' });
    expect((await decide()).body.code).toBe('NOT_AWAITED');
    const said = { substituteId: 'yl-approver-1', fromDay: '2026-01-01', untilDay: '2099-12-31', words: '培训' };
    const named = await absent.post('/api/substitutions', said);
    expect((await decide()).body.stage).toBe('townshipVerification');
    const { entries } = (await absent.get(`/api/cases/${caseNo}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(`"inAbsenceOf":"${named.body.absent.name}"`);
    await absent.post(`/api/substitutions/${named.body.id}/end`);
    await officials.decide(caseNo, 'townshipVerification', 'pass');
    // He decided before in another's place; that one's work it is, too.
    await alsoAs('yl-checker-1', 'countyChecker', 'countyApprover');
    for (const by of ['yl-approver-1', 'yl-checker-1'])
      expect((await officials.decide(caseNo, 'projectApproval', 'pass', { by: [by] })).body.code).toBe('OWN_DECISION');
  });

  test('a correction is not handed in with what was asked for still missing', async () => {
    const { id, caseNo, visitor } = await caseAt('initialCheck');
    await officials.decide(caseNo, 'initialCheck', 'return', {
      reasonCode: 'DETAILS_INCORRECT',
      defects: ['数量有误'],
    });
    const tooMuch = await visitor.post(`/api/applications/${id}/correction`, { quantity: 100_000 });
    expect(tooMuch.body.errors[0].field).toBe('quantity');
    expect((await visitor.post(`/api/applications/${id}/correction`, { quantity: 5 })).body.stage).toBe('initialCheck');
    expect((await api.db.case.findUniqueOrThrow({ where: { caseNo } })).quantity).toBe(5);
  });
});
