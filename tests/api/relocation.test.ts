import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { SimulatorBank } from '../../bank/simulator/client.js';
import { takePlace } from '../../prisma/resettlement.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { newBankHome, startBank } from '../bank/bank-process.js';
import { eventually } from '../support/eventually.js';
import { type Api, openApi } from './support/api.js';
import { newDraft, photo } from './support/drafts.js';
import { Officials } from './support/officials.js';
import { household } from './support/people.js';
import type { Visitor } from './support/visitor.js';

let api: Api;
let bank: Awaited<ReturnType<typeof startBank>>;
let officials: Officials;
let households: string[];
let siteId: string;
beforeAll(async () => {
  bank = await startBank(await newBankHome());
  api = await openApi(new SimulatorBank(bank.url));
  officials = new Officials(api);
  households = await ordinaryHouseholds(api.db, 6);
  const planner = await officials.as('yl-checker-2');
  const plots = ['A-01', 'A-02', 'A-03'].map((no) => ({ no, kind: 'plot', squareMetres: 160 }));
  const site = { name: '东演安置点', area: '339901100', capacity: 100, plots };
  siteId = (await planner.post('/api/resettlement-sites', site)).body.id as string;
});
afterAll(async () => {
  await api?.close();
  await bank?.stop();
});

interface Moving {
  readonly visitor: Visitor;
  readonly id: string;
  readonly caseNo: string;
  readonly act: (step: string, body?: unknown) => ReturnType<Visitor['post']>;
  readonly paper: (kind: string) => Promise<{ paperIds: string[] }>;
}

async function draft(householdId: string, persons: number) {
  const visitor = await household(api, householdId);
  const id = await newDraft(visitor, { programmeCode: 'relocation' });
  const members = await api.db.member.findMany({ where: { householdId }, orderBy: { position: 'asc' } });
  const movingMembers = members.slice(0, persons).map((member) => member.id);
  return { visitor, id, movingMembers };
}

async function applied(householdId: string, persons = 1): Promise<Moving> {
  const { visitor, id, movingMembers } = await draft(householdId, persons);
  await visitor.patch(`/api/applications/${id}`, { movingMembers, registerConfirmed: true });
  await visitor.upload(`/api/applications/${id}/papers`, { kind: 'homesteadCertificate' }, photo());
  const { status, body } = await visitor.post(`/api/applications/${id}/submission`);
  if (status !== 201) throw new Error(`The submission was answered with ${status} ${body.code}.`);
  const act = (step: string, said: unknown = {}) => visitor.post(`/api/applications/${id}/${step}`, said);
  const paper = async (kind: string) => ({
    paperIds: [(await visitor.upload(`/api/applications/${id}/papers`, { kind }, photo())).body.id as string],
  });
  return { visitor, id, caseNo: body.caseNo as string, act, paper };
}

async function toTheOffer({ caseNo }: Moving): Promise<void> {
  await officials.decide(caseNo, 'initialCheck', 'pass');
  await officials.decide(caseNo, 'townshipVerification', 'pass');
  await officials.decide(caseNo, 'projectApproval', 'pass');
  await officials.decide(caseNo, 'noticePosting', 'posted');
  expect((await officials.decide(caseNo, 'publicNotice', 'takenDown')).status).toBe(200);
}

const offers = (caseNo: string, plotNo: string) =>
  officials.decide(caseNo, 'agreementOffer', 'offer', { settlement: { way: 'concentrated', siteId, plotNo } });

async function paid(caseNo: string): Promise<void> {
  await officials.decide(caseNo, 'paymentPreparation', 'prepare');
  expect((await officials.decide(caseNo, 'paymentReview', 'pass')).status).toBe(200);
}

const ended = (caseNo: string) =>
  eventually(
    () => api.db.case.findUniqueOrThrow({ where: { caseNo } }),
    ({ running }) => !running,
  );
/** 省15000元、县5000元: each order shows what either pays and by which document, and so does the ledger. */
async function isBorneByTwo(caseNo: string, visitor: Visitor): Promise<void> {
  const { payments } = (await visitor.get(`/api/cases/${caseNo}`)).body;
  for (const { parts, documentNo } of payments) {
    expect(parts).toMatchObject([
      { source: { code: 'province' }, amountFen: 750_000, accountCode: '2130505' },
      { source: { code: 'county' }, amountFen: 250_000, accountCode: '2130505' },
    ]);
    expect(documentNo).toBe(parts.map((part: { documentNo: string }) => part.documentNo).join('、'));
  }
  const finance = await officials.as('yl-finance-1');
  const { items } = (await finance.get(`/api/ledger/entries?caseNo=${caseNo}&account=spent`)).body;
  const spent = items.map((entry: { fund: { id: string }; amountFen: number }) => [entry.fund.id, entry.amountFen]);
  const fund = (kind: string) => `339901-${new Date().getFullYear()}-shared-${kind}`;
  expect(spent.toSorted()).toEqual([
    ...[1, 2].map(() => [fund('county'), 250_000]),
    ...[1, 2].map(() => [fund('province'), 750_000]),
  ]);
  const { body: overview } = await finance.get(`/api/funds/${fund('county')}`);
  const { figures } = overview.programmes.find(
    (one: { programme: { code: string } }) => one.programme.code === 'relocation',
  );
  expect(figures.spent.fen % 250_000).toBe(0);
  expect(figures.spent.fen).toBeGreaterThanOrEqual(500_000);
}
const plotOf = (no: string) => api.db.resettlementPlot.findUniqueOrThrow({ where: { siteId_no: { siteId, no } } });
const siteNow = () => api.db.resettlementSite.findUniqueOrThrow({ where: { id: siteId } });

describe('A household that is relocated', () => {
  test('says by name who moves', async () => {
    const { visitor, id, movingMembers } = await draft(households[0]!, 1);
    const first = await visitor.patch(`/api/applications/${id}`, { quantity: 1 });
    expect(first.body.missing.map(({ field }: { field: string }) => field)).toContain('movingMembers');
    const twice = [movingMembers[0], movingMembers[0]];
    const wrong = await visitor.patch(`/api/applications/${id}`, { movingMembers: twice });
    expect([wrong.body.code, wrong.body.errors[0].field]).toEqual(['INVALID_INPUT', 'movingMembers.1']);
    const right = await visitor.patch(`/api/applications/${id}`, { movingMembers });
    expect(right.body).toMatchObject({ quantity: 1, amountFen: 2_000_000 });
  });

  test('moves to a plot, is paid in two parts, settles its old homestead, and is followed up', async () => {
    const moving = await applied(households[0]!);
    const { caseNo, act, paper, visitor } = moving;
    await toTheOffer(moving);
    expect((await offers(caseNo, 'A-01')).body.stage).toBe('agreementSigning');
    expect([(await plotOf('A-01')).caseNo, (await siteNow()).taken]).toEqual([caseNo, 1]);
    expect((await act('agreement')).body.code).toBe('PAPERS_MISSING');
    expect((await act('agreement', await paper('relocationAgreement'))).body.stage).toBe('paymentPreparation');
    await paid(caseNo);
    await officials.taskAt(caseNo, 'movingIn');
    const { body: seen } = await visitor.get(`/api/cases/${caseNo}`);
    expect(seen.settlement).toMatchObject({
      ...{ way: { code: 'concentrated' }, site: '东演安置点', plotNo: 'A-01', landSquareMetres: 80 },
    });
    expect((await act('moving-in', await paper('movingInPhoto'))).body.stage).toBe('movingInInspection');
    expect((await officials.decide(caseNo, 'movingInInspection', 'pass')).body.stage).toBe('oldHomestead');
    expect((await act('withdrawal')).body.code).toBe('TOO_LATE_TO_WITHDRAW');
    expect((await act('old-homestead', await paper('oldHomesteadPhoto'))).body.stage).toBe('homesteadInspection');
    expect((await officials.decide(caseNo, 'homesteadInspection', 'pass')).body.stage).toBe('paymentPreparation');
    await paid(caseNo);
    expect((await ended(caseNo)).outcome).toEqual({ kind: 'completed', amountFen: 2_000_000 });
    const orders = await api.db.payment.findMany({ where: { caseNo }, orderBy: { attempt: 'asc' } });
    expect(orders.map(({ amountFen, instalment, state }) => [Number(amountFen), instalment, state])).toEqual([
      [1_000_000, 1, 'credited'],
      [1_000_000, 2, 'credited'],
    ]);
    await isBorneByTwo(caseNo, visitor);
    expect(await api.db.house.findUniqueOrThrow({ where: { caseNo } })).toMatchObject({ state: 'relocated' });

    const visit = { openPoints: ['school', 'work'], words: '已入住，尚未转学、未就业' };
    expect((await officials.decide(caseNo, 'followUpVisit', 'visited', visit)).status).toBe(200);
    const school = await officials.decide(caseNo, 'schoolSettlement', 'settled', { words: '已转入中心小学' });
    expect(school.body).toMatchObject({ recorded: true });
    for (let turn = 2; turn <= 3; turn++)
      await officials.decide(caseNo, 'followUpVisit', 'visited', { openPoints: ['work'], words: '仍在找工作' });
    await eventually(
      () => api.db.task.count({ where: { caseNo, stage: 'followUpVisit', closedAt: null } }),
      (open) => open === 0,
    );
    expect(await api.db.task.count({ where: { caseNo, stage: 'workSettlement', closedAt: null } })).toBe(1);
    expect((await officials.decide(caseNo, 'workSettlement', 'settled', { words: '已在来料加工点就业' })).status).toBe(
      200,
    );
    const closed = await eventually(
      () => api.db.followUp.findUniqueOrThrow({ where: { caseNo } }),
      ({ closedAt }) => closedAt !== null,
    );
    expect(closed.startedAt).not.toBeNull();
    const timeline = await visitor.get(`/api/cases/${caseNo}/timeline`);
    expect(JSON.stringify(timeline.body)).toContain('落实就学：已落实');
  });

  test('is not renovated too: one household, one homestead', async () => {
    const visitor = await household(api, households[0]!);
    const id = await newDraft(visitor, { programmeCode: 'renovation' });
    await visitor.patch(`/api/applications/${id}`, { quantity: 3, registerConfirmed: true });
    await visitor.upload(`/api/applications/${id}/papers`, { kind: 'homesteadCertificate' }, photo());
    const { body } = await visitor.post(`/api/applications/${id}/submission`);
    expect([body.code, body.errors[0].zh]).toEqual(['HOMESTEAD_TAKEN', '已搬迁销档']);
  });

  test('and withdraws from its agreement leaves its plot to others, and pays back what it was paid', async () => {
    const moving = await applied(households[1]!);
    const { caseNo, act, paper } = moving;
    await toTheOffer(moving);
    await offers(caseNo, 'A-02');
    await act('agreement', await paper('relocationAgreement'));
    await paid(caseNo);
    await officials.taskAt(caseNo, 'movingIn');
    expect((await act('withdrawal', { words: '子女不愿搬' })).status).toBe(200);
    await ended(caseNo);
    expect(await plotOf('A-02')).toMatchObject({ caseNo: null, persons: 0 });
    expect((await siteNow()).taken).toBe(1);
    const claim = await api.db.recovery.findUniqueOrThrow({ where: { caseNo } });
    expect([claim.amountFen, claim.cause, claim.state]).toEqual([1_000_000n, 'withdrawn', 'open']);
    expect(await api.db.house.findUniqueOrThrow({ where: { caseNo } })).toMatchObject({ state: 'dropped' });
    expect(await api.db.followUp.count({ where: { caseNo } })).toBe(0);
  });

  test('is offered another place where the first is given, and may decline it', async () => {
    const moving = await applied(households[2]!);
    const { caseNo, act, paper } = moving;
    await toTheOffer(moving);
    const half = { settlement: { way: 'concentrated', siteId } };
    expect((await officials.decide(caseNo, 'agreementOffer', 'offer', half)).body.code).toBe('SETTLEMENT_MISSING');
    expect((await offers(caseNo, 'A-01')).body.code).toBe('PLOT_TAKEN');
    await api.db.resettlementSite.update({ where: { id: siteId }, data: { taken: 100 } });
    expect((await offers(caseNo, 'A-03')).body.code).toBe('SITE_FULL');
    await api.db.resettlementSite.update({ where: { id: siteId }, data: { taken: 1 } });
    expect((await offers(caseNo, 'A-03')).body.stage).toBe('agreementSigning');
    expect((await act('agreement-refusal', { words: '离地太远' })).body.stage).toBe('agreementOffer');
    expect(await plotOf('A-03')).toMatchObject({ caseNo: null });
    const scattered = { settlement: { way: 'scattered' } };
    expect((await officials.decide(caseNo, 'agreementOffer', 'offer', scattered)).body.stage).toBe('agreementSigning');
    expect((await act('agreement', await paper('relocationAgreement'))).body.stage).toBe('paymentPreparation');
  });
});

describe('A resettlement site', () => {
  test('is listed with its capacity, what is taken and what is left', async () => {
    const visitor = await officials.as('yl-339901200-verifier-1');
    const { body } = await visitor.get('/api/resettlement-sites');
    expect(body.items).toMatchObject([
      { name: '东演安置点', capacity: 100, taken: 1, left: 99, plots: 3, plotsLeft: 2 },
    ]);
    const free = await visitor.get(`/api/resettlement-sites/${siteId}/plots?free=true`);
    expect(free.body.items.map(({ no }: { no: string }) => no)).toEqual(['A-02', 'A-03']);
    const sheet = await visitor.get('/api/resettlement-sites/export?format=csv');
    expect(sheet.body.toString()).toContain('东演安置点');
  });

  test('takes further plots, each number once, and tells what is wrong', async () => {
    const planner = await officials.as('yl-checker-2');
    const plots = (...nos: string[]) => ({ plots: nos.map((no) => ({ no, kind: 'flat', squareMetres: 90 })) });
    expect((await planner.post(`/api/resettlement-sites/${siteId}/plots`, plots('B-1', 'A-01'))).body.code).toBe(
      'PLOT_KNOWN',
    );
    expect((await planner.post(`/api/resettlement-sites/${siteId}/plots`, plots('B-1'))).body).toMatchObject({
      plots: 4,
    });
    const again = { name: '东演安置点', area: '339901100', capacity: 5 };
    expect((await planner.post('/api/resettlement-sites', again)).body.code).toBe('SITE_KNOWN');
    const elsewhere = { ...again, name: '外县安置点', area: '330127' };
    expect((await planner.post('/api/resettlement-sites', elsewhere)).body.code).toBe('OUT_OF_AREA');
    expect((await planner.post('/api/resettlement-sites', { ...again, capacity: 0 })).body.errors[0].field).toBe(
      'capacity',
    );
  });

  test('is never overbooked and gives no plot twice, however many ask at once', async () => {
    const cases = await Promise.all([3, 4, 5].map(async (index) => (await applied(households[index]!)).caseNo));
    const place = (plotNo: string, persons: number) => ({ siteId, plotNo, persons });
    const race = await Promise.all(cases.map((caseNo) => takePlace(api.db, caseNo, place('A-02', 2))));
    expect(race.map(({ kind }) => kind).filter((kind) => kind === 'placed')).toHaveLength(1);
    const { left } = { left: 100 - (await siteNow()).taken };
    const free = cases.filter((_, index) => race[index]!.kind !== 'placed');
    const full = await Promise.all(
      free.map((caseNo, index) => takePlace(api.db, caseNo, place(['A-03', 'B-1'][index]!, left - 1))),
    );
    expect(full.map(({ kind }) => kind).toSorted((one, two) => one.localeCompare(two))).toEqual(['placed', 'siteFull']);
    expect((await siteNow()).taken).toBe(99);
    const over = api.db.resettlementSite.update({ where: { id: siteId }, data: { taken: 101 } });
    await expect(over).rejects.toThrow();
    const twice = api.db.resettlementPlot.updateMany({ where: { siteId, no: 'A-01' }, data: { caseNo: free[0]! } });
    await expect(twice).rejects.toThrow();
  });
});
