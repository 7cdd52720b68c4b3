import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { signHead } from '../../activities/sealing/sign-head.js';
import { numberLeaves } from '../../activities/sealing/number-leaves.js';
import { startVerification } from '../../api/acting/verification.js';
import { reportFolder } from '../../api/verifying/verifications.js';
import type { OfficialWho } from '../../api/who.js';
import { CountyCodec } from '../../platform/codec.js';
import { issueCodecToken } from '../../prisma/codec-tokens.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { DEMONSTRATION_PASSWORD } from '../../prisma/seed/officials.js';
import { commandEnvironment } from '../support/command-environment.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { photo, submitted } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { household, official } from './support/people.js';

/** Where the pages of the engine's own UI come from. */
const UI = 'https://temporal.example';

describe('one household, through the API', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url), { settings: { codecUiOrigin: UI } });
    officials = new Officials(api);
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  let paid: string;
  test('goes from its draft to the money and the review', async () => {
    const [id] = await ordinaryHouseholds(api.db, 1);
    const visitor = await household(api, id!);
    const { id: applicationId, caseNo } = await submitted(visitor);
    const act = (step: string, body: unknown = {}) => visitor.post(`/api/applications/${applicationId}/${step}`, body);
    await eventually(
      () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
      ({ startedAt }) => startedAt !== null,
    );

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
      words: '实有八箱',
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
    paid = caseNo;

    const { body } = await visitor.get(`/api/cases/${caseNo}`);
    expect(body).toMatchObject({ running: false, outcome: { kind: { code: 'completed' } } });
    const timeline = await visitor.get(`/api/cases/${caseNo}/timeline`);
    expect(JSON.stringify(timeline.body)).toContain('购置凭证看不清，请重拍');
    const stored = await api.db.idempotencyKey.findMany();
    const { body: home } = await visitor.get('/api/household');
    expect(JSON.stringify(stored)).not.toContain(home.members[0].name);
  });

  test('is read by an auditor from its histories, not from the tables, and whatever he reads is noted', async () => {
    const auditor = await official(api, 'yl-auditor-1');
    const codec = new CountyCodec(api.keyring);
    const sealing = { db: api.db, keyring: api.keyring, codec, client: api.env.client, origin: 'x/log', log: api.log };
    await numberLeaves(api.db, 100_000);
    const { body: found } = await auditor.get(`/api/audit/cases?text=${paid}&outcome=completed&running=false`);
    expect(found.items).toMatchObject([{ caseNo: paid, outcome: { code: 'completed' }, sealed: false }]);
    expect((await auditor.get('/api/audit/cases?year=1999')).body.items).toEqual([]);
    expect((await auditor.get('/api/audit/cases?area=330101')).body.code).toBe('OUT_OF_AREA');

    const { body: story } = await auditor.get(`/api/audit/cases/${paid}/story`);
    const acted = story.entries.filter(({ kind }: { kind: string }) => kind === 'acted');
    expect(acted[0]).toMatchObject({ who: [{ office: '演练县扶贫办公室', role: { code: 'countyChecker' } }] });
    expect(story.entries.find(({ dueAt }: { dueAt: string | null }) => dueAt !== null)).toMatchObject({ kept: true });
    const scored = acted.find(({ words }: { words: string | null }) => words === '现场属实');
    expect(scored).toMatchObject({ text: { zh: expect.stringContaining('绩效') } });
    const [relied] = acted.flatMap(({ papers }: { papers: object[] }) => papers);
    expect(relied).toMatchObject({ name: { zh: expect.any(String) }, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) });
    expect((await auditor.get(relied.address)).status).toBe(200);
    // What is shown in place of an amount changes nothing in the story.
    await api.db.case.update({ where: { caseNo: paid }, data: { amountFen: 7n } });
    const { body: again } = await auditor.get(`/api/audit/cases/${paid}/story`);
    expect(again.entries).toEqual(story.entries);
    expect(again.findings).toContainEqual(
      expect.objectContaining({ kind: expect.objectContaining({ code: 'caseDiffers' }), at: 'amountFen', found: '7' }),
    );

    const events = `/api/audit/cases/${paid}/events`;
    const first = (await auditor.get(`${events}?limit=1`)).body;
    expect(first.items).toMatchObject([{ eventId: '1', eventType: 'EVENT_TYPE_WORKFLOW_EXECUTION_STARTED' }]);
    expect((await auditor.get(`${events}?limit=1&cursor=${first.next}`)).body.items).toMatchObject([{ eventId: '2' }]);
    const started = (page: { items: object[] }) => JSON.stringify(page.items[0]);
    expect(started(first)).not.toContain(Buffer.from(`{"caseNo":"${paid}"`).toString('base64').slice(0, 20));
    const opened = (await auditor.get(`${events}?limit=1&opened=true`)).body;
    const [payload] = opened.items[0].event.workflowExecutionStartedEventAttributes.input.payloads;
    expect(JSON.parse(Buffer.from(payload.data, 'base64').toString())).toMatchObject({ caseNo: paid });

    const pack = `/api/audit/cases/${paid}/pack`;
    expect((await auditor.get(pack)).body.code).toBe('NO_HEAD_YET');
    await signHead(sealing);
    expect((await auditor.get(pack)).status).toBe(200);
    const reads = await api.db.personalRead.findMany({
      where: { roles: { has: 'auditor' }, subject: { contains: paid } },
    });
    expect(new Set(reads.map(({ why }) => why)).size).toBe(4);
    const checker = await official(api, 'yl-checker-1');
    expect((await checker.get(pack)).body.code).toBe('NOT_ALLOWED');
  });

  test('is verified for an auditor by a process of its own, histories replayed; broken off, it goes on', async () => {
    const auditor = await official(api, 'yl-auditor-1');
    const path = '/api/audit/verifications';
    const stateOf = async (id: string) => (await auditor.get(`${path}/${id}`)).body;
    const ended = async (id: string) =>
      await eventually(
        () => stateOf(id),
        ({ state }) => state.code === 'ended',
        60_000,
      );
    // The process that it was asked from ends: what it began goes on from another one.
    const ending = api.newVerifications();
    const who = { id: 'yl-auditor-1', areaCode: '339901' } as OfficialWho;
    const asked = { full: false, kept: '' };
    const { id } = await startVerification({ db: api.db, verifications: ending }, who, randomUUID(), asked);
    await ending.close();
    expect(await stateOf(id)).toMatchObject({ state: { code: 'brokenOff' }, endedAt: null });
    expect((await auditor.post(`${path}/${id}/resume`)).status).toBe(200);
    const done = await ended(id);
    const { items, replayed } = JSON.parse(readFileSync(`${reportFolder(api.home, id)}/report.json`, 'utf8'));
    expect([done.done, done.of, replayed > 0]).toEqual([items, items, true]);
    const { body: found } = await auditor.get(`${path}/${id}/findings?limit=100`);
    expect(found.items).toHaveLength(done.findings);
    expect(found.items).toContainEqual(
      expect.objectContaining({ kind: expect.objectContaining({ code: 'caseDiffers' }), subject: paid, found: '7' }),
    );
    expect((await auditor.get(`${path}/${id}/report`)).status).toBe(200);

    // What was replayed well is not replayed again, and heads that were kept are compared.
    const { note } = await api.db.treeHead.findFirstOrThrow();
    const again = await auditor.post(path, { area: '339901', kept: note });
    expect([again.status, again.body.kept]).toEqual([201, 1]);
    await ended(again.body.id);
    const second = JSON.parse(readFileSync(`${reportFolder(api.home, again.body.id)}/report.json`, 'utf8'));
    expect([second.replayed, second.kept, second.findings.length]).toEqual([0, 1, done.findings]);
    expect((await auditor.get(path)).body.items.map((one: { id: string }) => one.id)).toEqual([again.body.id, id]);
    expect((await auditor.post(path, { area: '330101' })).body.code).toBe('OUT_OF_AREA');
    expect((await (await official(api, 'yl-checker-1')).get(path)).body.code).toBe('NOT_ALLOWED');
  });

  test('is opened in the tools of the engine by whoever has a token for that, and whatever he opens is noted', async () => {
    const decode = async (authorization: string, encoding: string, data = '') =>
      await fetch(`${api.url}/api/codec/decode`, {
        method: 'POST',
        headers: { authorization },
        body: JSON.stringify({
          payloads: [{ metadata: { encoding: Buffer.from(encoding).toString('base64') }, data }],
        }),
      });
    const statusOf = async (...asked: Parameters<typeof decode>) => (await decode(...asked)).status;
    expect(await statusOf('Bearer nobody-has-this-token', 'json/plain')).toBe(401);
    const checker = await issueCodecToken(api.db, 'yl-checker-1', 1);
    expect(await statusOf(`Bearer ${checker}`, 'json/plain')).toBe(401);
    const late = await issueCodecToken(api.db, 'yl-auditor-1', -1);
    expect(await statusOf(`Bearer ${late}`, 'json/plain')).toBe(401);

    await expect(tokenByCommand('yl-auditor-1', 'not the password')).rejects.toThrow('密码不正确');
    await expect(tokenByCommand('yl-checker-1')).rejects.toThrow('只有审计人员或系统管理员');
    const token = await tokenByCommand('yl-auditor-1');
    expect(await statusOf(`Bearer ${token}`, 'zb1/330127', 'AQ==')).toBe(403);
    expect(await statusOf(`Bearer ${token}`, 'zb1/339901', 'AQ==')).toBe(400);
    const { stdout } = await promisify(execFile)(process.env['ZHIBAO_TEST_TEMPORAL']!, [
      ...['workflow', 'show', '--workflow-id', paid, '--output', 'json', '--address', api.env.address],
      ...['--codec-endpoint', `${api.url}/api/codec`, '--codec-auth', `Bearer ${token}`],
    ]);
    const [{ workflowExecutionStartedEventAttributes: started }] = JSON.parse(stdout).events;
    const [input] = started.input.payloads;
    expect(JSON.parse(Buffer.from(input.data, 'base64').toString())).toMatchObject({ caseNo: paid });
    const why = 'POST /api/codec/decode';
    expect(
      await api.db.personalRead.count({ where: { reader: 'official:yl-auditor-1', subject: paid, why } }),
    ).toBeGreaterThan(0);
  });

  test('is opened by the pages of the engine’s UI from their own origin, and by no other page', async () => {
    const asked = { 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' };
    const preflight = async (origin: string) =>
      await fetch(`${api.url}/api/codec/decode`, { method: 'OPTIONS', headers: { origin, ...asked } });
    const { status, headers } = await preflight(UI);
    const allowed = (what: string) => headers.get(`access-control-allow-${what}`);
    expect([status, allowed('origin'), allowed('methods')]).toEqual([204, UI, 'POST']);
    expect(allowed('headers')).toContain('authorization');
    expect(allowed('credentials')).toBe('true');
    expect((await preflight('https://elsewhere.example')).headers.get('access-control-allow-origin')).toBeNull();

    // The UI bears no token of ours: it is let in by the session of whoever is signed in beside it.
    const encoding = Buffer.from('json/plain').toString('base64');
    const decode = async (login: string, origin: string) =>
      await (
        await official(api, login)
      ).post('/api/codec/decode', { payloads: [{ metadata: { encoding } }] }, { headers: { origin } });
    expect((await decode('yl-auditor-1', UI)).status).toBe(200);
    expect((await decode('yl-auditor-1', 'https://elsewhere.example')).status).toBe(401);
    expect((await decode('yl-checker-1', UI)).status).toBe(401);
  });

  /** A token as the command `codec-token` issues it. */
  async function tokenByCommand(login: string, password = DEMONSTRATION_PASSWORD): Promise<string> {
    const env = commandEnvironment({
      ...{ databaseUrl: api.database.url, temporalAddress: api.env.address, home: api.home, publicUrl: api.url },
    });
    const command = ['dist/cli/zhibao.js', 'codec-token', '--by', login, '--hours', '1'];
    const issued = promisify(execFile)(process.execPath, command, { env });
    issued.child.stdin!.end(`${password}\n`);
    return (await issued).stdout.trim().split('\n').at(-1)!;
  }
});
