import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { readRows } from '../../api/evidence/case-rows.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { REHEARSAL } from '../../prisma/seed/counties.js';
import { helperOf } from '../../prisma/seed/officials.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { enter, givePapers, newBundle, registerNosOf, untilAt, untilState } from './support/bundles.js';
import { photo, submitted } from './support/drafts.js';
import { inboxAbout } from './support/inbox.js';
import { endTermIn } from './support/noticed-case.js';
import { Officials } from './support/officials.js';
import { household, official, phoneOf, signedInByPhone } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const TODAY = shanghaiDate(Date.now());
const REFUSED = { reasonCode: 'NOT_ELIGIBLE', words: '不属于扶持对象' };

describe('A bundle of a township', () => {
  let api: Api;
  let officials: Officials;
  let clerk: Visitor;
  let no: string;
  let notice: string;
  let caseNos: string[];
  beforeAll(async () => {
    api = await openApi();
    officials = new Officials(api);
    clerk = await official(api, 'yl-339901100-clerk-1');
  });
  afterAll(() => api?.close());

  const decide = async (login: string, decision: object) =>
    (await officials.as(login)).post(`/api/bundles/${no}/decision`, decision);
  const progress = async () => (await clerk.get(`/api/bundles/${no}`)).body;
  const onBoard = async (act: 'posting' | 'taking-down', login: string) => {
    const visitor = await officials.as(login);
    const { body } = await visitor.upload(`/api/bundles/${no}/papers`, { kind: 'postingPhoto' }, photo());
    const said = { onDay: TODAY, witness: '监委会委员', paperIds: [body.id] };
    return await visitor.post(`/api/joint-notices/${notice}/${act}`, said);
  };

  test('has a case for each household; one that has applied by itself is told on its row and holds up no other', async () => {
    const households = await ordinaryHouseholds(api.db, 6);
    await submitted(await signedInByPhone(api, await phoneOf(api, households[5]!)));
    no = await newBundle(clerk);
    await enter(clerk, no, await registerNosOf(api, households));
    await givePapers(clerk, no);
    expect((await clerk.post(`/api/bundles/${no}/submission`)).status).toBe(201);
    await untilState(api, no, 'initialCheck');
    expect((await progress()).rows).toEqual([
      { state: expect.objectContaining({ code: 'filed' }), rows: 5 },
      { state: expect.objectContaining({ code: 'collided' }), rows: 1 },
    ]);
    const { items } = (await clerk.get(`/api/bundles/${no}/rows?state=filed`)).body;
    expect(new Set(items.map(({ stage }: { stage: { code: string } }) => stage.code))).toEqual(new Set(['submitted']));
    expect(await api.db.bundleRow.count({ where: { bundleNo: no, state: 'filed', checkedAt: null } })).toBe(0);
  });

  test('is in the inbox of whoever is to check it, with its time; taken by one, the others are told', async () => {
    const [one, other] = [await officials.as('yl-checker-1'), await officials.as('yl-checker-2')];
    const [task] = await inboxAbout(one, no);
    expect(task).toMatchObject({
      ...{ kind: 'bundle', no, caseNo: null, stage: { code: 'initialCheck' }, role: { code: 'countyChecker' } },
      ...{ programme: { code: 'beekeeping' }, village: { code: '339901100' }, quantityText: { zh: '6户' } },
      ...{ dueAt: expect.any(String), overdue: false, claimedBy: null, awaitsSecondSignature: false },
    });
    expect(await inboxAbout(clerk, no)).toEqual([]);
    expect((await one.post(`/api/tasks/${task!.id}/claim`)).body.claimedBy).toMatchObject({ id: 'yl-checker-1' });
    expect((await other.post(`/api/tasks/${task!.id}/claim`)).body.code).toBe('TASK_TAKEN');
    expect((await other.post(`/api/tasks/${task!.id}/release`)).body.code).toBe('TASK_TAKEN');
    expect((await decide('yl-checker-2', { stage: 'initialCheck', verdict: 'pass' })).body.code).toBe('TASK_TAKEN');
    expect((await one.get('/api/tasks?mine=true')).body).toMatchObject({ items: [{ no }], counts: { mine: 1 } });
    expect((await one.post(`/api/tasks/${task!.id}/release`)).body.claimedBy).toBeNull();
    expect((await clerk.post(`/api/tasks/${task!.id}/claim`)).status).toBe(404);
  });

  test('is checked once by the county; whoever is struck out is told why, the others go on by themselves', async () => {
    const strike = { position: 5, ...REFUSED };
    const decision = { stage: 'initialCheck', verdict: 'pass', struckOut: [strike] };
    expect((await decide('yl-339901100-clerk-2', decision)).body.code).toBe('NOT_AWAITED');
    expect((await decide('yl-checker-1', { ...decision, struckOut: [{ ...strike, position: 9 }] })).status).toBe(400);
    const { status, body } = await decide('yl-checker-1', decision);
    expect([status, body]).toEqual([200, { no, state: expect.objectContaining({ code: 'starting' }), recorded: true }]);
    expect((await decide('yl-checker-2', decision)).body.code).toBe('BUNDLE_MOVED');
    const signed = { caseNo: `${no}-1`, act: { path: ['by', 'id'], equals: 'yl-checker-1' } };
    expect(await api.db.actSignature.count({ where: signed })).toBe(1);
    expect(await inboxAbout(await officials.as('yl-checker-1'), no)).toEqual([]);
    caseNos = await untilAt(api, no, 'townshipVerification', 4);
    const [struck] = await untilAt(api, no, 'refused', 1);
    const checker = await officials.as('yl-checker-1');
    const { entries } = (await checker.get(`/api/cases/${struck}/timeline`)).body;
    expect(JSON.stringify(entries)).toContain(REFUSED.words);
    expect((await progress()).decisions).toMatchObject([
      { stage: { code: 'initialCheck' }, verdict: { code: 'pass' }, by: [{ name: expect.any(String) }] },
    ]);
  });

  test('whose households are approved one by one is published when all of them are', async () => {
    for (const caseNo of caseNos) {
      expect((await officials.decide(caseNo, 'townshipVerification', 'pass')).status).toBe(200);
      expect((await officials.decide(caseNo, 'projectApproval', 'pass')).status).toBe(200);
    }
    await untilAt(api, no, 'noticePosting', 4);
    const { notices } = await progress();
    expect(notices).toEqual([`${no}-N1`]);
    notice = notices[0];
    expect((await api.visitor().get(`/api/notices/${notice}`)).body).toMatchObject({ households: 4, state: 'open' });
    // Nobody finds a task for each of them.
    expect(await api.db.task.count({ where: { caseNo: { in: caseNos }, closedAt: null } })).toBe(0);
  });

  test('is posted once and taken down once, for all its households', async () => {
    const verifier = await officials.as('yl-339901100-verifier-1');
    const list = async (step: string) => (await verifier.get(`/api/joint-notices?step=${step}`)).body.items;
    expect(await list('toPost')).toMatchObject([{ no: notice, households: 4, postedAt: null }]);
    expect(await inboxAbout(verifier, notice)).toMatchObject([
      { kind: 'jointNotice', stage: { code: 'noticePosting' }, quantityText: { en: '4 households' }, notBefore: null },
    ]);
    expect((await onBoard('taking-down', 'yl-339901100-verifier-1')).body.code).toBe('BUNDLE_MOVED');
    // Somebody of the same office stands in for the verifier, on these days alone.
    expect((await onBoard('posting', 'yl-339901100-inspector-1')).body.code).toBe('NOT_ALLOWED');
    const standsIn = { substituteId: 'yl-339901100-inspector-1', fromDay: TODAY, untilDay: TODAY, words: '培训' };
    const named = await verifier.post('/api/substitutions', standsIn);
    const posted = await onBoard('posting', 'yl-339901100-inspector-1');
    const inAbsenceOf = named.body.absent.name;
    expect([posted.status, posted.body.postedBy]).toEqual([200, expect.objectContaining({ inAbsenceOf })]);
    await verifier.post(`/api/substitutions/${named.body.id}/end`);
    expect((await onBoard('posting', 'yl-339901100-verifier-2')).body.code).toBe('BUNDLE_MOVED');
    // It can be read again with its photographs, whom it names and when it was.
    const { body: recorded } = await verifier.get(`/api/joint-notices/${notice}`);
    expect(recorded).toMatchObject({
      posting: { photographs: [{ kind: { code: 'postingPhoto' } }] },
      takingDown: null,
    });
    expect(recorded.posting.said).toContain('监委会委员');
    expect((await (await officials.as('ca-checker-1')).get(`/api/joint-notices/${notice}`)).body.code).toBe(
      'OUT_OF_AREA',
    );
    await untilAt(api, no, 'publicNotice', 4);
    // Signed for each of them: an act that reaches a case unsigned is a finding.
    const signed = { caseNo: { in: caseNos }, act: { path: ['stage'], equals: 'noticePosting' } };
    expect(await api.db.actSignature.count({ where: signed })).toBe(4);
    const closing = await api.db.publication.findUniqueOrThrow({ where: { no: notice } });
    expect(closing.closesAt!.getTime()).toBeGreaterThan(closing.postedAt!.getTime());
    expect(await inboxAbout(verifier, notice)).toMatchObject([
      { stage: { code: 'publicNotice' }, notBefore: closing.closesAt!.toISOString() },
    ]);
  });

  test('about one of whose households somebody objects goes on for the others while that one is heard', async () => {
    const objection = { words: '他家没有养蜂', position: 2 };
    // Whatever of its few seconds has been spent on looking at it: he has all of ten.
    await endTermIn(api.world, notice, 10_000);
    expect((await api.visitor().post(`/api/notices/${notice}/objections`, objection)).status).toBe(201);
    const [heard] = await untilAt(api, no, 'objectionHearing', 1);
    await eventually(
      () => onBoard('taking-down', 'yl-339901100-verifier-1'),
      ({ status, body }) => status === 200 || body.code !== 'NOTICE_RUNNING',
    );
    expect(await inboxAbout(await officials.as('yl-339901100-verifier-1'), notice)).toEqual([]);
    const others = await untilAt(api, no, 'projectWork', 3);
    expect(others).not.toContain(heard);
    expect(
      (
        await officials.decide(heard!, 'objectionHearing', 'dismiss', {
          reasonCode: 'OBJECTION_UNFOUNDED',
          words: '不属实',
        })
      ).status,
    ).toBe(200);
    await untilAt(api, no, 'projectWork', 4);
    const { items } = (await api.visitor().get(`/api/notices/${notice}/entries`)).body;
    const decisions = items.map(({ decisionNo }: { decisionNo: string }) => decisionNo);
    expect(new Set(decisions).size).toBe(4);
    expect((await api.visitor().get(`/api/notices/${notice}`)).body.state).toBe('announced');
  });

  test('has each household on record as if it had come alone, whoever filed it decides in none of them', async () => {
    const [caseNo] = caseNos;
    const events = await api.db.caseEvent.findMany({ where: { caseNo: caseNo! }, orderBy: { seq: 'asc' } });
    expect(events.slice(0, 3).map(({ kind }) => kind)).toEqual(['deskChecked', 'acted', 'entered']);
    // The photographs of its board, too, which are its bundle's: an auditor finds whatever was relied on.
    const { papers } = (await readRows(api.db, [caseNo!]))(caseNo!);
    const relied = events.flatMap(({ body }) => (body as { act?: { papers?: string[] } }).act?.papers ?? []);
    expect(papers.filter(({ kind }) => kind === 'postingPhoto')).toHaveLength(2);
    expect(papers.map(({ sha256 }) => sha256)).toEqual(expect.arrayContaining(relied));
    const { input } = await api.db.case.findUniqueOrThrow({ where: { caseNo: caseNo! } });
    expect(input).toMatchObject({
      ...{ workflow: 'bundledProject', bundle: { no } },
      decisions: [{ stage: 'submitted', officialId: 'yl-339901100-clerk-1' }],
    });
    expect((await progress()).stages).toContainEqual({
      ...{ stage: expect.objectContaining({ code: 'projectWork' }), cases: 4 },
    });
  });
});

describe('A tiered application', () => {
  let api: Api;
  let officials: Officials;
  beforeAll(async () => {
    api = await openApi();
    officials = new Officials(api);
  });
  afterAll(() => api?.close());

  test('comes through village and township to the county; returned, it is put right and handed in anew', async () => {
    const village = '339901100201';
    const { phone } = helperOf(REHEARSAL, village);
    const helper = await signedInByPhone(api, phone);
    const ordinary = await ordinaryHouseholds(api.db, 40);
    const ours = await api.db.household.findMany({ where: { id: { in: ordinary }, villageCode: village }, take: 3 });
    const no = await newBundle(helper, 'tiered');
    await enter(
      helper,
      no,
      ours.map(({ registerNo }) => registerNo),
    );
    await givePapers(helper, no);
    const submit = async () => expect((await helper.post(`/api/bundles/${no}/submission`)).status).toBe(201);
    const decide = async (login: string, decision: object) =>
      (await officials.as(login)).post(`/api/bundles/${no}/decision`, decision);
    await submit();
    const returned = { verdict: 'return', reasonCode: 'DETAILS_INCORRECT', words: '数量请核对' };
    const village1 = 'yl-339901100201-cadre-1';
    const leaves = await household(api, ours[2]!.id);
    const { applicationId } = await api.db.bundleRow.findFirstOrThrow({ where: { bundleNo: no, position: 3 } });
    const left = await leaves.post(`/api/applications/${applicationId}/withdrawal`, { words: '不养了' });
    expect([left.status, left.body]).toEqual([
      200,
      { caseNo: null, stage: 'villageEndorsement', recorded: true, at: expect.any(String) },
    ]);
    const [cadre, townClerk] = [await officials.as(village1), await officials.as('yl-339901100-clerk-1')];
    expect(await inboxAbout(cadre, no)).toMatchObject([{ kind: 'bundle', stage: { code: 'villageEndorsement' } }]);
    expect(await inboxAbout(townClerk, no)).toEqual([]);
    expect((await decide(village1, { stage: 'villageEndorsement', verdict: 'pass' })).status).toBe(200);
    expect(await inboxAbout(cadre, no)).toEqual([]);
    expect(await inboxAbout(townClerk, no)).toMatchObject([{ stage: { code: 'townshipEndorsement' } }]);
    expect((await decide('yl-339901100-clerk-1', { stage: 'townshipEndorsement', ...returned })).status).toBe(200);
    expect(await inboxAbout(townClerk, no)).toEqual([]);
    expect((await helper.get(`/api/bundles/${no}`)).body).toMatchObject({
      ...{ state: { code: 'drafting' }, decisions: [{}, { words: '数量请核对' }] },
    });
    expect(await api.db.case.count({ where: { bundleNo: no } })).toBe(0);

    await submit();
    expect((await decide(village1, { stage: 'villageEndorsement', verdict: 'pass' })).status).toBe(200);
    expect((await decide('yl-339901100-clerk-2', { stage: 'townshipEndorsement', verdict: 'pass' })).status).toBe(200);
    await untilState(api, no, 'initialCheck');
    expect((await decide('yl-checker-1', { stage: 'initialCheck', verdict: 'pass' })).status).toBe(200);
    const [caseNo] = await untilAt(api, no, 'townshipVerification', 2);
    const acted = await api.db.caseEvent.findMany({
      where: { caseNo: caseNo!, kind: 'acted' },
      orderBy: { seq: 'asc' },
    });
    expect(acted.map(({ body }) => (body as { act: { stage: string } }).act.stage)).toEqual([
      ...['villageEndorsement', 'townshipEndorsement', 'initialCheck'],
    ]);
  });

  test('lets households go before their cases have begun: those end as withdrawn, the others go on', async () => {
    const clerk = await official(api, 'yl-339901100-clerk-1');
    const households = (await ordinaryHouseholds(api.db, 10)).slice(0, 4);
    const no = await newBundle(clerk);
    await enter(clerk, no, await registerNosOf(api, households));
    await givePapers(clerk, no);
    expect((await clerk.post(`/api/bundles/${no}/submission`)).status).toBe(201);
    await untilState(api, no, 'initialCheck');
    const rows = await api.db.bundleRow.findMany({ where: { bundleNo: no }, include: { application: true } });
    const caseOf = (position: number) => rows.find((row) => row.position === position)!.application.caseNo!;

    // The second household itself, the third by whoever filed for it.
    const second = await household(api, households[1]!);
    const withdrawal = `/api/applications/${rows.find(({ position }) => position === 2)!.applicationId}/withdrawal`;
    const taken = await second.post(withdrawal, { words: '家里没有人手了' });
    expect([taken.status, taken.body]).toEqual([
      202,
      { caseNo: caseOf(2), stage: 'initialCheck', recorded: false, at: expect.any(String) },
    ]);
    expect((await clerk.delete(`/api/bundles/${no}/rows/3`)).status).toBe(204);
    await untilAt(api, no, 'closed', 2);
    const ended = await api.db.case.findMany({ where: { caseNo: { in: [caseOf(2), caseOf(3)] } } });
    expect(ended.map(({ running, outcome }) => [running, outcome])).toEqual([
      [false, expect.objectContaining({ kind: 'withdrawn' })],
      [false, expect.objectContaining({ kind: 'withdrawn' })],
    ]);
    // They may apply again at once.
    const draft = await second.post('/api/applications', { programmeCode: 'beekeeping' });
    expect(draft.status).toBe(201);

    const checker = await officials.as('yl-checker-1');
    const decide = (decision: object) =>
      checker.post(`/api/bundles/${no}/decision`, { stage: 'initialCheck', ...decision });
    // Their cases are open: nothing is returned as a whole any more.
    const back = { verdict: 'return', reasonCode: 'PAPERS_INCOMPLETE', words: '请补充' };
    expect((await decide(back)).body.code).toBe('VERDICT_NOT_POSSIBLE');
    expect((await decide({ verdict: 'pass' })).status).toBe(200);
    await untilAt(api, no, 'townshipVerification', 2);
    await untilState(api, no, 'running');
    expect((await clerk.delete(`/api/bundles/${no}/rows/1`)).body.code).toBe('BUNDLE_MOVED');
    expect((await clerk.get(`/api/bundles/${no}`)).body).toMatchObject({
      rows: [
        { state: { code: 'filed' }, rows: 2 },
        { state: { code: 'withdrawn' }, rows: 2 },
      ],
      outcomes: [{ outcome: { code: 'withdrawn' }, cases: 2 }],
    });
  });
});
