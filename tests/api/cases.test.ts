import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { caseNumber } from '../../domain/rules/case-number.js';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { keepWords } from '../../prisma/words.js';
import { actAt } from '../activities/support/acting.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

interface Entry {
  readonly strand: string;
  readonly seq: number;
  readonly kind: string;
  readonly at: string;
  readonly text: { zh: string; en: string };
  readonly who: { name: string; office: string | null; role: { code: string } }[];
  readonly words: string | null;
  readonly dueAt: string | null;
}

describe('a case, on real servers', () => {
  let api: Api;
  let bank: Awaited<ReturnType<typeof startBank>>;
  let applicant: Visitor;
  let auditor: Visitor;
  let households: string[];
  let paid: string;
  beforeAll(async () => {
    bank = await startBank(await newBankHome());
    api = await openApi(new SimulatorBank(bank.url));
    auditor = await official(api, 'yl-auditor-1');
    households = await ordinaryHouseholds(api.db, 7);
    applicant = await household(api, households[0]!);
    paid = await goTheWholeWay(households[0]!);
  });
  afterAll(async () => {
    await api?.close();
    await bank?.stop();
  });

  const begin = (householdId: string) => submit(api.db, { programmeCode: 'beekeeping', householdId, quantity: 10 });
  const caseIn = (caseNo: string) => api.db.case.findUniqueOrThrow({ where: { caseNo } });
  const written = async (caseNo: string, text: string) =>
    keepWords(api.db, api.keyring, {
      ...{ id: crypto.randomUUID(), caseNo, text },
      householdId: (await caseIn(caseNo)).householdId,
    });

  async function goTheWholeWay(householdId: string): Promise<string> {
    const caseNo = await begin(householdId);
    await actAt(api, caseNo, 'initialCheck', 'pass', { words: await written(caseNo, '材料齐全') });
    await actAt(api, caseNo, 'townshipVerification', 'amend', { quantity: 8 });
    await actAt(api, caseNo, 'projectApproval', 'pass');
    await actAt(api, caseNo, 'noticePosting', 'posted');
    await actAt(api, caseNo, 'publicNotice', 'takenDown');
    await actAt(api, caseNo, 'projectWork', 'declareCompletion');
    await actAt(api, caseNo, 'acceptanceInspection', 'pass', { quantity: 8 });
    await actAt(api, caseNo, 'paymentPreparation', 'prepare');
    await actAt(api, caseNo, 'paymentReview', 'pass');
    await eventually(
      () => caseIn(caseNo),
      ({ running }) => !running,
    );
    return caseNo;
  }

  const timelineOf = async (by: Visitor, caseNo: string): Promise<Entry[]> =>
    (await by.get(`/api/cases/${caseNo}/timeline`)).body.entries;

  test('tells its household where it is, what it is worth and what became of it', async () => {
    const { status, body } = await applicant.get(`/api/cases/${paid}`);
    expect(status).toBe(200);
    const { amountFen, decisionNo } = await caseIn(paid);
    expect(body).toMatchObject({
      ...{ caseNo: paid, running: false, quantity: 8, amountFen: Number(amountFen), decisionNo },
      ...{ stage: { code: 'closed' }, programme: { code: 'beekeeping' }, notices: [`${paid}-N1`] },
      ...{ ahead: [], openNotice: null },
      outcome: { kind: { code: 'completed' }, reason: null, words: null, remedies: null },
      payments: [{ reference: `${paid}-P1`, state: { code: 'credited' }, amountFen: Number(amountFen) }],
      review: { finding: null, score: null },
    });
    expect(body.applicant).toMatch(/^\p{Script=Han}+$/u);
  });

  test('says whom it awaits and by when', async () => {
    const caseNo = await begin(households[1]!);
    await eventually(
      () => caseIn(caseNo),
      ({ stage }) => stage === 'initialCheck',
    );
    const { body } = await (await official(api, 'yl-checker-1')).get(`/api/cases/${caseNo}`);
    expect(body).toMatchObject({ running: true, outcome: null, payments: [], review: null });
    expect(body.awaits).toMatchObject([
      {
        stage: { code: 'initialCheck' },
        role: { code: 'countyChecker' },
        who: { zh: '县扶贫办' },
        dueAt: expect.any(String),
      },
    ]);
  });

  test('refused, tells the reason, its legal basis, what was written and the remedies with their time limits', async () => {
    const householdId = households[2]!;
    const caseNo = await begin(householdId);
    const words = await written(caseNo, '现场没有看到蜂箱');
    await actAt(api, caseNo, 'initialCheck', 'refuse', { reasonCode: 'PROJECT_NOT_COVERED', words });
    const { body } = await (await household(api, householdId)).get(`/api/cases/${caseNo}`);
    expect(body).toMatchObject({
      ...{ running: true, stage: { code: 'refused' } },
      outcome: { kind: { code: 'refused' }, reason: { code: 'PROJECT_NOT_COVERED' }, words: '现场没有看到蜂箱' },
    });
    expect(body.outcome.basis.zh).toContain('补助标准');
    expect(body.outcome.remedies.zh).toContain('60日');
  });

  test('is told step by step in plain words: what, who, when, by when, and the way of the money', async () => {
    const entries = await timelineOf(auditor, paid);
    const texts = entries.map(({ text }) => text.zh);
    expect(entries[0]).toMatchObject({ seq: 0, kind: 'submitted', who: [{ role: { code: 'household' } }] });
    expect(entries.map(({ at }) => at)).toEqual(entries.map(({ at }) => at).toSorted());
    const recorded = entries.filter(({ strand, kind, seq }) => strand === 'case' && kind !== 'bank' && seq > 0);
    const inOrder = recorded.filter(({ kind }) => kind !== 'overdue').map(({ seq }) => seq);
    expect(inOrder).toEqual(inOrder.map((_, index) => index + 1));

    const verified = entries.find(({ text }) => text.zh.startsWith('乡镇审查核实：'));
    expect(verified?.who).toHaveLength(2);
    expect(verified?.who[0]).toMatchObject({
      ...{ name: expect.stringMatching(/^\p{Script=Han}+$/u), office: expect.stringContaining('人民政府') },
      role: { code: 'townshipVerifier' },
    });
    expect(entries.find(({ text }) => text.zh.includes('进入环节：公示'))?.dueAt).toEqual(expect.any(String));

    const { allotment } = await api.db.commitment.findFirstOrThrow({
      where: { caseNo: paid },
      include: { allotment: true },
    });
    expect(texts.find((text) => text.includes('已编制支付指令'))).toContain(allotment.documentNo);
    expect(texts.some((text) => text.includes('送银行'))).toBe(true);
    expect(texts.some((text) => text.includes('已到账') || text.includes('补助已到账'))).toBe(true);
    expect(texts.at(-1)).not.toBe(undefined);
    for (const { text } of entries) expect(`${text.zh}${text.en}`).not.toMatch(/undefined|\[object/);
  });

  test('keeps what officials noted among themselves for officials', async () => {
    const noted = (entries: Entry[]) => entries.some(({ words }) => words === '材料齐全');
    expect(noted(await timelineOf(auditor, paid))).toBe(true);
    expect(noted(await timelineOf(applicant, paid))).toBe(false);
    const found = (entries: Entry[]) => entries.find(({ kind }) => kind === 'deskChecked')?.text.zh;
    expect(found(await timelineOf(auditor, paid))).not.toBe(found(await timelineOf(applicant, paid)));
  });

  test('goes on with its review in the same timeline', async () => {
    await actAt(api, paid, 'reviewReport', 'report');
    await actAt(api, paid, 'performanceReview', 'scored', { score: 90, reasonCode: 'usedAsIntended' });
    const texts = (await timelineOf(auditor, paid))
      .filter(({ strand }) => strand === 'review')
      .map(({ text }) => text.zh);
    expect(texts).toContainEqual(expect.stringContaining('按用途使用'));
    expect(texts).toContainEqual(expect.stringContaining('90分'));
    const { body } = await applicant.get(`/api/cases/${paid}`);
    expect(body.review).toEqual({
      finding: { code: 'usedAsIntended', zh: '按用途使用', en: 'Used as intended' },
      score: 90,
      looksAt: [],
    });
  });

  test('of another household does not exist; of another area is not an official’s to see', async () => {
    const stranger = await household(api, households[3]!);
    const abroad = await official(api, 'ca-auditor-1');
    const administrator = await official(api, 'yl-admin');
    for (const path of [`/api/cases/${paid}`, `/api/cases/${paid}/timeline`]) {
      expect((await stranger.get(path)).body.code).toBe('NOT_FOUND');
      expect((await abroad.get(path)).body.code).toBe('OUT_OF_AREA');
      expect((await administrator.get(path)).body.code).toBe('NOT_ALLOWED');
      expect((await api.visitor().get(path)).body.code).toBe('NOT_SIGNED_IN');
      const unknown = caseNumber('339901', 2026, 999_999);
      expect((await auditor.get(path.replace(paid, unknown))).body.code).toBe('NOT_FOUND');
    }
    const mistyped = paid.replace(/-(\d{4})-/, (_, year: string) => `-${Number(year) + 1}-`);
    expect((await auditor.get(`/api/ledger/entries?caseNo=${paid}`)).status).toBe(200);
    expect((await auditor.get(`/api/ledger/entries?caseNo=${mistyped}`)).body.errors).toMatchObject([
      { field: 'caseNo', zh: '办件编号的校验位不符，请核对' },
    ]);
  });

  describe('its money', () => {
    test('is listed for those who make, review, watch over and audit payments, by its state', async () => {
      for (const login of ['yl-maker-1', 'yl-finance-1', 'yl-oversight-1', 'yl-auditor-1']) {
        const { status, body } = await (await official(api, login)).get('/api/payments?state=credited');
        expect([login, status]).toEqual([login, 200]);
        expect(body.items.map(({ caseNo }: { caseNo: string }) => caseNo)).toContain(paid);
      }
      expect((await auditor.get('/api/payments?state=returned')).body.items).toEqual([]);
      expect((await (await official(api, 'ca-auditor-1')).get('/api/payments')).body.items).toEqual([]);
      expect((await auditor.get('/api/payments?state=lost')).body.code).toBe('INVALID_INPUT');
      expect((await (await official(api, 'yl-checker-1')).get('/api/payments')).body.code).toBe('NOT_ALLOWED');
    });

    test('is shown with its payee, who made and who reviewed it, and every word of the bank', async () => {
      const { status, body } = await auditor.get(`/api/payments/${paid}-P1`);
      expect(status).toBe(200);
      expect(body).toMatchObject({
        ...{ reference: `${paid}-P1`, attempt: 1, state: { code: 'credited' } },
        payee: { name: expect.stringMatching(/^\p{Script=Han}+$/u), account: expect.stringMatching(/^\d{8,}$/) },
        batch: { state: { code: expect.stringMatching(/^(?:taken|settled)$/) } },
        words: [{ said: { code: 'credited' }, effect: { code: 'posted' }, file: { lines: 1 } }],
        inquiries: [],
      });
      expect(body.preparedBy).not.toBe(body.reviewedBy);
      expect((await auditor.get('/api/payments/none-P1')).body.code).toBe('NOT_FOUND');
      expect((await (await official(api, 'ca-auditor-1')).get(`/api/payments/${paid}-P1`)).body.code).toBe(
        'OUT_OF_AREA',
      );
      expect((await applicant.get(`/api/payments/${paid}-P1`)).body.code).toBe('NOT_ALLOWED');
    });
  });

  test('is told of an objection, and its objector reads the reasoned result by his receipt', async () => {
    const caseNo = await begin(households[4]!);
    await actAt(api, caseNo, 'initialCheck', 'pass');
    await actAt(api, caseNo, 'townshipVerification', 'pass', { quantity: 10 });
    await actAt(api, caseNo, 'projectApproval', 'pass');
    await eventually(
      () => caseIn(caseNo),
      ({ stage }) => stage === 'noticePosting',
    );
    const { body: receipt } = await api
      .visitor()
      .post(`/api/notices/${caseNo}-N1/objections`, { words: '他家没有养蜂' });
    await actAt(api, caseNo, 'noticePosting', 'posted');
    const words = await written(caseNo, '已到场查看，确有蜂箱十箱');
    const hears = { id: 'yl-justice-1', role: 'countySupervisor', officeId: 'yl-justice', areaCode: '339901' } as const;
    const hearing = { words, by: hears, reasonCode: 'OBJECTION_UNFOUNDED' };
    await actAt(api, caseNo, 'objectionHearing', 'dismiss', hearing);

    const { body } = await api.visitor().get(`/api/objections/${receipt.receiptNo}`);
    expect(body).toMatchObject({
      ...{ state: 'settled', result: { code: 'dismiss' }, words: '已到场查看，确有蜂箱十箱' },
    });
    const objected = (entries: Entry[]) => entries.find(({ kind }) => kind === 'objected');
    expect(objected(await timelineOf(auditor, caseNo))?.words).toBe('他家没有养蜂');
    const own = await timelineOf(await household(api, households[4]!), caseNo);
    expect(objected(own)).toMatchObject({ words: null, who: [] });
  });

  test('is told of a change in its household, which is a task beside it', async () => {
    const householdId = households[5]!;
    const caseNo = await begin(householdId);
    await eventually(
      () => caseIn(caseNo),
      ({ stage }) => stage === 'initialCheck',
    );
    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: householdId } });
    const report = { registerNo, kind: 'move', occurredOn: '2026-11-01' };
    const checker = await official(api, 'yl-checker-1');
    const { body: change } = await checker.post('/api/household-changes', report);
    expect(change.openCases).toBe(1);
    await eventually(
      () => api.db.householdChange.findUniqueOrThrow({ where: { id: change.id } }),
      ({ toldAt }) => toldAt !== null,
    );
    await eventually(
      () => api.db.task.findFirst({ where: { caseNo, stage: 'householdChange', subject: change.id } }),
      (task) => task !== null,
    );
    const { body } = await checker.get(`/api/cases/${caseNo}`);
    expect(body.awaits.map(({ stage }: { stage: { code: string } }) => stage.code)).toContain('householdChange');
    expect((await timelineOf(checker, caseNo)).map(({ text }) => text.zh)).toContain('登记家庭变化：迁移');
  });

  test('says what is still to come, and until when its notice is open to objections', async () => {
    const householdId = households[6]!;
    const caseNo = await begin(householdId);
    const own = await household(api, householdId);
    const aheadAt = async (stage: string) => {
      await eventually(
        () => caseIn(caseNo),
        (row) => row.stage === stage,
      );
      const { body } = await own.get(`/api/cases/${caseNo}`);
      return { ...body, stages: body.ahead.map((step: { stage: string }) => step.stage) };
    };
    const { steps } = (await own.get('/api/programmes/beekeeping?county=339901')).body;
    expect((await aheadAt('initialCheck')).ahead).toEqual(steps.slice(1));
    await actAt(api, caseNo, 'initialCheck', 'return', { reasonCode: 'PAPERS_INCOMPLETE' });
    const corrected = await aheadAt('correction');
    expect(corrected.ahead).toEqual(steps);
    expect(corrected.openNotice).toBeNull();
    await actAt(api, caseNo, 'correction', 'handIn');
    await actAt(api, caseNo, 'initialCheck', 'pass');
    await actAt(api, caseNo, 'townshipVerification', 'pass');
    await actAt(api, caseNo, 'projectApproval', 'pass');
    await actAt(api, caseNo, 'noticePosting', 'posted');
    const noticed = await aheadAt('publicNotice');
    const { closesAt } = await api.db.publication.findUniqueOrThrow({ where: { no: `${caseNo}-N1` } });
    expect(noticed.openNotice).toEqual({
      no: `${caseNo}-N1`,
      closesAt: closesAt!.toISOString(),
      open: expect.any(Boolean),
    });
    expect(noticed.stages).toEqual([
      ...['projectWork', 'acceptanceInspection'],
      ...['paymentPreparation', 'paymentReview', 'bankTransfer'],
    ]);
    const { status, body: told } = await own.get(`/api/cases/${caseNo}/timeline`);
    expect(status).toBe(200);
    const held = await api.db.commitment.findFirstOrThrow({ where: { caseNo }, include: { allotment: true } });
    expect(JSON.stringify(told)).not.toContain(held.allotment.documentNo);
  });
});
