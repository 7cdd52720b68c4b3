import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { openMessage } from '../../prisma/outbox.js';
import { creditCodeOf } from '../../domain/rules/credit-code.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { photo } from './support/drafts.js';
import { asksForAid, grantsAid, pays, runOf, type Student, students } from './support/entitled.js';
import { Officials } from './support/officials.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

describe('What is paid period after period', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let officials: Officials;
  let student: Student;
  let other: Student;
  let third: Student;
  let visitor: Visitor;
  let entitlementNo: string;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    officials = new Officials(api);
    [student, other, third] = (await students(api, 3)) as [Student, Student, Student];
    visitor = await household(api, student.householdId);
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
  const run = async (nth: number) =>
    (await eventually(
      () => runOf(api, entitlementNo, nth),
      (row) => row !== undefined,
    ))!;

  test('is asked for with the name of the person whom it is for', async () => {
    const { body } = await visitor.post('/api/applications', { programmeCode: 'education-aid' });
    const { body: draft } = await visitor.get(`/api/applications/${body.id}`);
    expect(draft.missing.map(({ field }: { field: string }) => field)).toContain('personId');
    const stranger = await visitor.patch(`/api/applications/${body.id}`, { personId: other.personId });
    expect(stranger.body).toMatchObject({ personId: null });
  });

  test('runs once for a person and period, beside that of another person; a subsidy of the household has none', async () => {
    const first = await asksForAid(visitor, student.personId);
    const { body } = await visitor.post('/api/applications', { programmeCode: 'education-aid' });
    const path = `/api/applications/${body.id}`;
    await visitor.upload(`${path}/papers`, { kind: 'enrolmentProof' }, photo());
    await visitor.patch(path, { quantity: 1, registerConfirmed: true, personId: student.personId });
    const twice = await visitor.post(`${path}/submission`);
    expect(twice.body).toMatchObject({ code: 'ALREADY_RUNNING', caseNo: first.caseNo });
    const { members } = (await visitor.get('/api/household')).body as { members: { id: string }[] };
    const brother = members.find(({ id }) => id !== student.personId)!;
    await visitor.patch(path, { personId: brother.id });
    const beside = await visitor.post(`${path}/submission`);
    expect(beside.status).toBe(201);
    const { body: view } = await visitor.get(`/api/cases/${beside.body.caseNo}`);
    expect(view).toMatchObject({ run: null, person: { id: brother.id } });
    const { body: own } = await visitor.post('/api/applications', { programmeCode: 'goats' });
    const asked = { quantity: 10, promisedPapers: ['purchaseReceipt'] };
    await visitor.patch(`/api/applications/${own.id}`, { ...asked, registerConfirmed: true, personId: brother.id });
    const household = await visitor.post(`/api/applications/${own.id}/submission`);
    expect((await visitor.get(`/api/cases/${household.body.caseNo}`)).body).toMatchObject({ person: null });
    for (const id of [first.id, body.id, own.id])
      expect((await visitor.post(`/api/applications/${id}/withdrawal`)).status).toBe(200);
  });

  test('is granted once through the checks of a case, without money', async () => {
    ({ caseNo: entitlementNo } = await asksForAid(visitor, student.personId));
    await grantsAid(officials, entitlementNo);
    expect((await closed(entitlementNo)).outcome).toEqual({ kind: 'granted', amountFen: 150_000 });
    expect(await api.db.commitment.count({ where: { caseNo: entitlementNo } })).toBe(0);
    const { body } = await visitor.get('/api/entitlements');
    expect(body.items).toMatchObject([
      { caseNo: entitlementNo, programme: { code: 'education-aid' }, state: { code: 'active' }, personal: true },
    ]);
    const again = await asksForAid(visitor, student.personId);
    const { id } = await officials.taskAt(again.caseNo, 'initialCheck');
    const { body: task } = await (await officials.as('yl-checker-1')).get(`/api/tasks/${id}`);
    expect(task.findings).toContainEqual(expect.objectContaining({ code: 'ENTITLED_ALREADY', severity: 'blocking' }));
  });

  test('is paid for two periods by two runs, each a case of its own, to the person', async () => {
    for (const nth of [1, 2]) {
      const { caseNo } = await run(nth);
      await pays(officials, caseNo);
      const { body: view } = await visitor.get(`/api/cases/${caseNo}`);
      expect(view).toMatchObject({ run: { entitlementNo }, person: { id: student.personId } });
      expect((await closed(caseNo)).outcome).toEqual({ kind: 'completed', amountFen: 150_000 });
      expect(await api.db.payment.findMany({ where: { caseNo } })).toMatchObject([
        { state: 'credited', amountFen: 150_000n, accountId: student.accountId },
      ]);
    }
    const { body } = await visitor.get(`/api/entitlements/${entitlementNo}/runs`);
    const periods = body.items.map(({ period }: { period: string }) => period);
    expect(new Set(periods).size).toBe(periods.length);
    expect(body.items.filter(({ outcome }: { outcome: object | null }) => outcome !== null)).toHaveLength(2);
    expect(await api.db.review.count({ where: { case: { entitlementNo } } })).toBe(0);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('is not paid before somebody has looked at a change in the household; it may be the end', async () => {
    const checker = await official(api, 'yl-checker-1');
    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: student.householdId } });
    const occurredOn = '2026-11-01';
    await checker.post('/api/household-changes', { registerNo, kind: 'move', occurredOn });
    const { caseNo } = await run(3);
    const { subject } = await officials.taskAt(caseNo, 'householdChange');
    expect(subject).not.toBe('');
    const early = await officials.decide(caseNo, 'paymentPreparation', 'prepare');
    expect(early.body.code).toBe('CHANGE_OPEN');
    const why = { reasonCode: 'HOUSEHOLD_CHANGED', words: '学生已随父母迁往外县就读' };
    expect((await officials.decide(caseNo, 'householdChange', 'close', why)).status).toBe(200);
    await closed(caseNo);
    const { body } = await visitor.get(`/api/entitlements/${entitlementNo}`);
    expect(body).toMatchObject({
      state: { code: 'ended' },
      next: null,
      ended: { reason: { code: 'householdChanged' } },
    });
    const told = await api.db.outboxMessage.findUniqueOrThrow({ where: { dedupeKey: `${entitlementNo}/ended` } });
    expect(openMessage(api.keyring, told).text).toContain('停止发放');
  });

  test('passes to a successor once the register has one: until then nothing goes on', async () => {
    const seen = await household(api, other.householdId);
    const { body } = await seen.post('/api/applications', { programmeCode: 'photovoltaic-dividend' });
    await seen.patch(`/api/applications/${body.id}`, { quantity: 1, registerConfirmed: true });
    const { caseNo } = (await seen.post(`/api/applications/${body.id}/submission`)).body;
    await officials.taskAt(caseNo, 'initialCheck');
    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: other.householdId } });
    const head = { where: { householdId_position: { householdId: other.householdId, position: 1 } } };
    await api.db.member.update({ ...head, data: { status: 'dead', statusSince: '2026-11-01' } });
    const checker = await official(api, 'yl-checker-1');
    await checker.post('/api/household-changes', { registerNo, kind: 'death', occurredOn: '2026-11-01' });
    await officials.taskAt(caseNo, 'householdChange');
    expect((await officials.decide(caseNo, 'householdChange', 'continue')).body.code).toBe('SUCCESSOR_MISSING');
    await api.db.member.update({ ...head, data: { status: 'present', statusSince: null } });
    expect((await officials.decide(caseNo, 'householdChange', 'continue')).status).toBe(200);
    await seen.post(`/api/applications/${body.id}/withdrawal`);
  });

  test('is ended by an official with a reason in words, once; nothing is paid after', async () => {
    const { caseNo } = await asksForAid(await household(api, other.householdId), other.personId);
    await grantsAid(officials, caseNo);
    await closed(caseNo);
    const approver = await official(api, 'yl-approver-2');
    const path = `/api/entitlements/${caseNo}/end`;
    expect((await approver.post(path, { reason: 'personDied', words: '…' })).body.code).toBe('INVALID_INPUT');
    expect((await approver.post(path, { reason: 'byOffice' })).body.code).toBe('INVALID_INPUT');
    const key = crypto.randomUUID();
    const said = { reason: 'byOffice', words: '经核实已退学' };
    const ended = await approver.post(path, said, { key });
    expect(ended.body).toMatchObject({ state: { code: 'ended' }, ended: { reason: { code: 'byOffice' } } });
    expect((await approver.post(path, said, { key })).body).toEqual(ended.body);
    expect((await approver.post(path, said)).body.code).toBe('ENTITLEMENT_ENDED');
    const { body } = await approver.get('/api/entitlements?state=ended&programme=education-aid');
    expect(body.items.map((item: { caseNo: string }) => item.caseNo)).toContain(caseNo);
    expect((await visitor.get(`/api/entitlements/${caseNo}`)).body.code).toBe('NOT_FOUND');
  });

  test('goes to the school that the household agrees to, whole: nothing is kept back of it for what the household owes', async () => {
    const pupil = await household(api, third.householdId);
    const { id, caseNo } = await asksForAid(pupil, third.personId);
    const school = await api.db.payee.findFirstOrThrow({
      where: { countyCode: '339901', kind: 'school' },
      include: { accounts: true },
    });
    const consent = (said: object) => pupil.post(`/api/applications/${id}/payee`, said);
    expect((await consent({ payeeId: school.id })).body.code).toBe('PAPERS_MISSING');
    const paper = await pupil.upload(`/api/applications/${id}/papers`, { kind: 'payeeAgreement' }, photo());
    expect((await consent({ payeeId: school.id, agreementId: paper.body.id })).status).toBe(204);
    await grantsAid(officials, caseNo);
    const paid = async (nth: number) => {
      const due = (await eventually(
        () => runOf(api, caseNo, nth),
        (row) => row !== undefined,
      ))!.caseNo;
      await pays(officials, due);
      expect((await closed(due)).outcome).toEqual({ kind: 'completed', amountFen: 150_000 });
      expect(await api.db.payment.findMany({ where: { caseNo: due } })).toMatchObject([
        { state: 'credited', accountId: school.accounts[0]!.id, amountFen: 150_000n },
      ]);
      return due;
    };
    const owing = await paid(1);
    const signed = { signedById: 'yl-justice-1', signedAt: new Date() };
    await api.db.recovery.create({
      data: { caseNo: owing, amountFen: 150_000n, openedById: 'yl-oversight-1', ...signed },
    });
    const ordered = {
      state: 'inForce',
      wordsId: 'words',
      orderedById: 'yl-oversight-1',
      orderedAt: new Date(),
    } as const;
    await api.db.setOffOrder.create({ data: { caseNo: owing, ...ordered, ...signed } });
    await api.db.entitlement.update({ where: { caseNo }, data: { nextDueAt: new Date() } });
    const second = await paid(2);
    expect((await pupil.get(`/api/cases/${second}`)).body).toMatchObject({ setOffs: [], payee: { name: school.name } });
    await api.db.setOffOrder.delete({ where: { caseNo: owing } });
  });

  test('goes for many households to the one insurer of the county, who is known by the approval', async () => {
    const insurer = await api.db.payee.findFirstOrThrow({
      where: { countyCode: '339901', kind: 'insurer' },
      include: { accounts: true },
    });
    const maker = await officials.as('yl-maker-1');
    const second = await maker.post('/api/payees', {
      ...{ kind: 'insurer', name: '另一经办机构', creditCode: creditCodeOf('91339901MA7654321'), area: '339901' },
      ...{ bankName: '演示农村商业银行', number: '6228480200000220011', programmes: ['pension-premium'] },
    });
    const finance = await officials.as('yl-finance-1');
    const { id: secondId, waiting } = second.body;
    await finance.post(`/api/payees/${secondId}/signature`, { accountId: waiting.id, agrees: true });

    const grants: string[] = [];
    for (const householdId of await ordinaryHouseholds(api.db, 2)) {
      const insured = await household(api, householdId);
      const { body: draft } = await insured.post('/api/applications', { programmeCode: 'pension-premium' });
      await insured.patch(`/api/applications/${draft.id}`, { quantity: 1, registerConfirmed: true });
      const { caseNo } = (await insured.post(`/api/applications/${draft.id}/submission`)).body;
      await officials.decide(caseNo, 'initialCheck', 'pass');
      await officials.decide(caseNo, 'townshipVerification', 'pass');
      grants.push(caseNo);
    }
    const [one, two] = grants as [string, string];
    expect((await officials.decide(one, 'entitlementApproval', 'pass')).body.code).toBe('PAYEE_MISSING');
    const chosen = await maker.post(`/api/cases/${one}/payee`, { payeeId: insurer.id });
    expect(chosen.body).toMatchObject({ name: insurer.name });
    expect((await maker.post(`/api/payees/${secondId}/closing`, {})).body.closedAt).toEqual(expect.any(String));
    expect(
      (await maker.post(`/api/payees/${secondId}/account`, { bankName: '银行', number: '62284802000002' })).body.code,
    ).toBe('PAYEE_UNFIT');
    for (const caseNo of grants) {
      expect((await officials.decide(caseNo, 'entitlementApproval', 'pass')).status).toBe(200);
      await officials.decide(caseNo, 'noticePosting', 'posted');
      await officials.decide(caseNo, 'publicNotice', 'takenDown');
    }

    const runs: string[] = [];
    for (const no of [one, two]) {
      const due = await eventually(
        () => runOf(api, no, 1),
        (row) => row !== undefined,
      );
      await officials.taskAt(due!.caseNo, 'paymentPreparation');
      runs.push(due!.caseNo);
    }
    const made = await maker.post('/api/payee-schedules', { programme: 'pension-premium', caseNos: runs });
    const path = `/api/payee-schedules/${made.body.no}`;
    const { body: schedule } = await eventually(
      () => finance.get(path),
      ({ body }) => body.state.code === 'made',
    );
    expect(schedule).toMatchObject({ orders: 2, sumFen: 20_000 });
    expect(schedule.lines.items.map(({ paidTo }: { paidTo: string }) => paidTo)).toEqual([insurer.name, insurer.name]);
    const reference = schedule.lines.items[0].reference as string;
    const said = { kind: 'account', reference, reasonCode: 'PAYEE_DOUBTFUL', note: '核对账户' };
    const { body: placed } = await finance.post('/api/holds', said);
    expect(placed).toMatchObject({ hold: { about: insurer.name }, stopped: { orders: 2 } });
    await finance.post(path + '/review', { digest: schedule.digest, verdict: 'pass' });
    const supervisor = await officials.as('yl-supervisor-1');
    await supervisor.post(`/api/holds/${placed.hold.id}/lift`, { note: '无误' });
    for (const caseNo of runs) {
      expect((await closed(caseNo)).outcome).toEqual({ kind: 'completed', amountFen: 10_000 });
      expect(await api.db.payment.findMany({ where: { caseNo } })).toMatchObject([
        { state: 'credited', accountId: insurer.accounts[0]!.id },
      ]);
    }
    const [insured] = await api.db.outboxMessage.findMany({ where: { dedupeKey: { startsWith: `${runs[0]}/` } } });
    expect(openMessage(api.keyring, insured!).text).toContain(`已付给${insurer.name}`);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });
});
