import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { deskCheck } from '../../activities/desk-check.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';
import { returnToFund } from '../../prisma/ledger/late-money.js';
import { openMessage } from '../../prisma/outbox.js';
import { claimByFinding } from '../../prisma/recoveries.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { inboxAbout } from './support/inbox.js';
import { orderedCase, orderOf } from './support/ordered-case.js';
import { household, official } from './support/people.js';
import type { Visitor } from './support/visitor.js';

const PAID = 70_000;
const FALSELY = { cause: 'falseClaim', amountFen: PAID, words: '经查，申报的蜂箱并不存在' };

describe('追缴: what was paid wrongly comes back', () => {
  let api: ApiAlone;
  let finance: Visitor;
  let supervisor: Visitor;
  let second: Visitor;
  let households: string[];
  beforeAll(async () => {
    api = await openApiAlone();
    finance = await official(api, 'yl-finance-2');
    supervisor = await official(api, 'yl-oversight-1');
    second = await official(api, 'yl-justice-1');
    households = await ordinaryHouseholds(api.db, 14);
  });
  afterAll(() => api?.close());

  const paidCase = (place: number) => orderedCase(api, { householdId: households[place]!, state: 'credited' });
  const propose = (caseNo: string, claim: object = FALSELY) => supervisor.post(`/api/cases/${caseNo}/recovery`, claim);
  const sign = (by: Visitor, caseNo: string, digest: string, agrees = true) =>
    by.post(`/api/cases/${caseNo}/recovery/signature`, { digest, agrees });
  const book = (caseNo: string, amountFen: number, voucherNo: string) =>
    finance.post(`/api/cases/${caseNo}/recovery/receipts`, { amountFen, voucherNo });
  const claimed = async (place: number, claim: object = FALSELY) => {
    const caseNo = await paidCase(place);
    const { body } = await propose(caseNo, claim);
    expect((await sign(second, caseNo, body.digest)).body).toEqual({ caseNo, inForce: true });
    return caseNo;
  };
  const toldTo = async (caseNo: string) => {
    const where = { dedupeKey: { startsWith: `${caseNo}/claim` } };
    const rows = await api.db.outboxMessage.findMany({ where, orderBy: { createdAt: 'asc' } });
    return rows.map((row) => openMessage(api.keyring, row).text);
  };
  const spentOf = async (caseNo: string) => {
    const { _sum } = await api.db.ledgerEntry.aggregate({
      where: { transaction: { caseNo }, account: { kind: 'spent' } },
      _sum: { amountFen: true },
    });
    return Number(_sum.amountFen);
  };

  test('a claim is in force when two different people have signed it; the household is told then', async () => {
    const caseNo = await paidCase(0);
    const proposed = await propose(caseNo);
    expect(proposed.body).toEqual({ caseNo, awaitsSecondSignature: true, digest: expect.any(String) });
    expect((await sign(supervisor, caseNo, proposed.body.digest)).body.code).toBe('ALREADY_SIGNED');
    expect((await sign(second, caseNo, 'ab'.repeat(32))).body.code).toBe('PROPOSAL_CHANGED');
    expect((await finance.get(`/api/cases/${caseNo}`)).body.recovery).toBeNull();
    expect(await toldTo(caseNo)).toEqual([]);
    expect((await book(caseNo, 1, 'V-0')).body.code).toBe('NOT_FOUND');
    expect((await sign(second, caseNo, proposed.body.digest)).body.inForce).toBe(true);
    expect(await toldTo(caseNo)).toEqual([expect.stringContaining('须退回700.00元（虚报冒领）')]);
    const { body } = await finance.get(`/api/cases/${caseNo}/recovery`);
    expect(body).toMatchObject({
      ...{ state: { code: 'open' }, amountFen: PAID, recoveredFen: 0, words: FALSELY.words, digest: null },
      ...{ openedBy: { office: '演练县扶贫监督办公室' }, signedBy: { office: '演练县司法局' } },
    });
    expect((await propose(caseNo)).body.code).toBe('CLAIM_THERE');
  });

  test('a claim waits in the inbox of whoever may sign second, not of whoever proposed it; signed, it is gone', async () => {
    const caseNo = await paidCase(11);
    const proposed = await propose(caseNo);
    const [task] = await inboxAbout(second, caseNo);
    expect(task).toMatchObject({
      ...{
        kind: 'recovery',
        caseNo,
        stage: { code: 'recoverySignature' },
        amountFen: PAID,
        quantityText: { zh: '1户' },
      },
      ...{ dueAt: expect.any(String), awaitsSecondSignature: true },
    });
    expect(await inboxAbout(finance, caseNo)).toMatchObject([{ id: task!.id, role: { code: 'paymentReviewer' } }]);
    expect(await inboxAbout(supervisor, caseNo)).toEqual([]);
    expect((await finance.post(`/api/tasks/${task!.id}/claim`)).status).toBe(200);
    expect((await sign(second, caseNo, proposed.body.digest)).body.code).toBe('TASK_TAKEN');
    // Who supervises gives it to somebody else, not to whoever has proposed it.
    const assign = (officialId: string) => second.post(`/api/tasks/${task!.id}/assignment`, { officialId });
    expect((await assign('yl-oversight-1')).status).toBe(400);
    expect((await assign('yl-justice-1')).body.claimedBy).toMatchObject({ id: 'yl-justice-1' });
    expect((await sign(second, caseNo, proposed.body.digest)).body.inForce).toBe(true);
    expect(await inboxAbout(second, caseNo)).toEqual([]);
  });

  test('a claim that waits is in the load of the area, the supervisor’s to give to whoever may sign it', async () => {
    const caseNo = await paidCase(12);
    await propose(caseNo);
    const load = async () => {
      const { stages, people } = (await second.get('/api/workload')).body as {
        stages: { stage: { code: string }; open: number; unclaimed: number }[];
        people: { id: string; open: number }[];
      };
      const { open, unclaimed } = stages.find(({ stage }) => stage.code === 'recoverySignature')!;
      return { open, unclaimed, finance: people.find(({ id }) => id === 'yl-finance-2')?.open ?? 0 };
    };
    const before = await load();
    const waiting = '/api/supervision/tasks?stage=recoverySignature&limit=100';
    const { items } = (await second.get(waiting)).body as { items: { id: string; no: string }[] };
    const { id } = items.find(({ no }) => no === caseNo)!;
    const fit = (await second.get(`/api/officials?task=${id}&limit=100`)).body.items.map(
      (one: { id: string }) => one.id,
    );
    expect(fit).toContain('yl-finance-2');
    expect(fit).not.toContain('yl-oversight-1');
    await second.post(`/api/tasks/${id}/assignment`, { officialId: 'yl-finance-2' });
    const { open, unclaimed, finance: has } = before;
    expect(await load()).toEqual({ open, unclaimed: unclaimed - 1, finance: has + 1 });
    expect((await second.get('/api/supervision/tasks?official=yl-finance-2')).body.items).toMatchObject([
      { no: caseNo },
    ]);
    expect((await finance.get('/api/tasks?stage=recoverySignature&mine=true')).body.items).toMatchObject([
      { no: caseNo },
    ]);
  });

  test('a substitute signs a claim in the place of an absent colleague: it says so, and what binds either binds him', async () => {
    const caseNo = await paidCase(13);
    const { body } = await propose(caseNo);
    const absent = await official(api, 'yl-supervisor-1');
    const said = { fromDay: '2026-01-01', untilDay: '2099-12-31', words: '培训' };
    const standIn = async (substituteId: string) =>
      (await absent.post('/api/substitutions', { ...said, substituteId })).body.id as string;
    const [maker, other] = [await official(api, 'yl-maker-1'), await official(api, 'yl-maker-2')];
    expect((await sign(other, caseNo, body.digest)).body.code).toBe('NOT_ALLOWED');
    const first = await standIn('yl-maker-1');
    expect((await sign(maker, caseNo, body.digest)).body.code).toBe('OWN_DECISION');
    await absent.post(`/api/substitutions/${first}/end`);
    await standIn('yl-maker-2');
    const [task] = await inboxAbout(other, caseNo);
    expect((await absent.post(`/api/tasks/${task!.id}/claim`)).status).toBe(200);
    expect((await other.post(`/api/tasks/${task!.id}/claim`)).body.claimedBy.id).toBe('yl-maker-2');
    const kin = { householdId: households[13]!, officialId: 'yl-supervisor-1', relation: '表亲' };
    await api.db.kinship.create({ data: kin });
    expect((await sign(other, caseNo, body.digest)).body.code).toBe('KIN');
    await api.db.kinship.deleteMany({ where: kin });
    expect((await sign(other, caseNo, body.digest)).body.inForce).toBe(true);
    const { name } = await api.db.official.findUniqueOrThrow({ where: { id: 'yl-supervisor-1' } });
    const signed = (await finance.get(`/api/cases/${caseNo}/recovery`)).body.signedBy;
    expect(signed).toMatchObject({ office: '演练县扶贫办公室', inAbsenceOf: name });
    expect(JSON.stringify((await finance.get(`/api/cases/${caseNo}/timeline`)).body)).toContain(
      `"inAbsenceOf":"${name}"`,
    );
  });

  test('whoever made or reviewed the order, or is related, does not sign; who disagrees sends it back', async () => {
    const caseNo = await paidCase(1);
    const { body } = await propose(caseNo);
    const reviewer = await official(api, 'yl-finance-1');
    expect((await sign(reviewer, caseNo, body.digest)).body.code).toBe('OWN_DECISION');
    expect((await sign(second, caseNo, body.digest, false)).body).toEqual({ caseNo, inForce: false });
    expect((await finance.get(`/api/cases/${caseNo}/recovery`)).body.code).toBe('NOT_FOUND');
    const again = await propose(caseNo);
    await api.db.kinship.create({
      data: { householdId: households[1]!, officialId: 'yl-justice-1', relation: '表亲' },
    });
    expect((await sign(second, caseNo, again.body.digest)).body.code).toBe('KIN');
    expect((await sign(finance, caseNo, again.body.digest)).body.inForce).toBe(true);
  });

  test('no more is claimed than was paid, and nothing where nothing was paid', async () => {
    const caseNo = await paidCase(2);
    expect((await propose(caseNo, { ...FALSELY, amountFen: PAID + 1 })).body.code).toBe('CLAIM_TOO_LARGE');
    const waiting = await orderedCase(api, {
      ...{ householdId: households[2]!, state: 'sent', programmeCode: 'poultry' },
    });
    expect((await propose(waiting)).body.code).toBe('NOTHING_PAID');
    expect((await propose(caseNo, { ...FALSELY, amountFen: 0 })).body.code).toBe('INVALID_INPUT');
    expect((await finance.post(`/api/cases/${caseNo}/recovery`, FALSELY)).body.code).toBe('NOT_ALLOWED');
  });

  test('what comes back is available again, in the ledger and in the case; with the last of it the claim is settled', async () => {
    const caseNo = await claimed(3);
    const before = await available();
    const first = await book(caseNo, 20_000, '票0001');
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({ recoveredFen: 20_000, receipts: [{ voucherNo: '票0001', amountFen: 20_000 }] });
    expect(await spentOf(caseNo)).toBe(50_000);
    expect((await book(caseNo, 10_000, '票0001')).body.code).toBe('VOUCHER_USED');
    expect((await book(caseNo, 50_001, '票0002')).body.code).toBe('RECEIPT_TOO_LARGE');
    const last = await book(caseNo, 50_000, '票0002');
    expect(last.body).toMatchObject({ state: { code: 'settled' }, recoveredFen: PAID, closedAt: expect.any(String) });
    expect((await book(caseNo, 1, '票0003')).body.code).toBe('CLAIM_SETTLED');
    expect(await spentOf(caseNo)).toBe(0);
    expect(await available()).toBe(before + BigInt(PAID));
    expect(await ledgerDifferences(api.db)).toEqual([]);
    const payment = await api.db.payment.findUniqueOrThrow({ where: { reference: orderOf(caseNo) } });
    expect(payment.state).toBe('recovered');
    expect((await toldTo(caseNo)).at(-1)).toContain('已全部收回');
  });

  const available = async () => {
    const { _sum } = await api.db.ledgerAccount.aggregate({
      where: { kind: 'available', allotment: { countyCode: '339901', programmeCode: 'beekeeping' } },
      _sum: { balanceFen: true },
    });
    return _sum.balanceFen!;
  };

  test('of a claim for a part the rest stays paid', async () => {
    const caseNo = await claimed(4, { ...FALSELY, cause: 'notEligible', amountFen: 30_000 });
    expect((await book(caseNo, 30_000, '票0010')).body.state.code).toBe('settled');
    const payment = await api.db.payment.findUniqueOrThrow({ where: { reference: orderOf(caseNo) } });
    expect([payment.state, await spentOf(caseNo)]).toEqual(['credited', 40_000]);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('where the bank sends back what a part of was claimed back before, the ledger still holds', async () => {
    const caseNo = await claimed(10, { ...FALSELY, cause: 'notEligible', amountFen: 30_000 });
    await book(caseNo, 30_000, '票0015');
    const order = { reference: orderOf(caseNo), caseNo, amountFen: BigInt(PAID) };
    await api.db.$transaction((tx) => returnToFund(tx, order));
    expect(await spentOf(caseNo)).toBe(0);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('the same receipt sent twenty times at once is booked once, and never more than is claimed', async () => {
    const caseNo = await claimed(5);
    const path = `/api/cases/${caseNo}/recovery/receipts`;
    const receipt = { amountFen: 40_000, voucherNo: '票0020' };
    const same = await Promise.all(
      Array.from({ length: 20 }, () => finance.post(path, receipt, { key: 'receipt-0020-once' })),
    );
    expect(new Set(same.map(({ status }) => status))).toEqual(new Set([201]));
    const others = await Promise.all(
      Array.from({ length: 5 }, (_, nth) => finance.post(path, { amountFen: 30_000, voucherNo: `票003${nth}` })),
    );
    expect(others.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409, 409, 409, 409]);
    const { body } = await finance.get(`/api/cases/${caseNo}/recovery`);
    expect(body).toMatchObject({ recoveredFen: PAID, state: { code: 'settled' } });
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });

  test('nothing new is granted to a household before the claim is settled; a false claim is remembered after', async () => {
    const caseNo = await claimed(6);
    const next = await submit(api.db, { programmeCode: 'poultry', householdId: households[6]! });
    expect((await deskCheck(api.world, next)).findings).toEqual(
      expect.arrayContaining(['OPEN_CLAIM', 'EARLIER_MISUSE']),
    );
    await book(caseNo, PAID, '票0040');
    const after = (await deskCheck(api.world, next)).findings;
    expect(after).not.toContain('OPEN_CLAIM');
    expect(after).toContain('EARLIER_MISUSE');
  });

  test('a review that finds the money not used claims it back, over a smaller claim or a mere proposal', async () => {
    const caseNo = await paidCase(7);
    const review = () =>
      api.db.$transaction((tx) => claimByFinding(tx, api.keyring, { caseNo, amountFen: BigInt(PAID) }));
    await propose(caseNo, { ...FALSELY, amountFen: 1_000 });
    await review();
    await review();
    const { body } = await finance.get(`/api/cases/${caseNo}/recovery`);
    expect(body).toMatchObject({
      ...{ cause: { code: 'notUsed' }, state: { code: 'open' }, amountFen: PAID, openedBy: null, words: null },
    });
    expect(await toldTo(caseNo)).toHaveLength(1);
  });

  test('the household reads in its case what has to come back, why, and what did; officials read the list', async () => {
    const caseNo = await claimed(8);
    await book(caseNo, 10_000, '票0050');
    const own = await household(api, households[8]!);
    expect((await own.get(`/api/cases/${caseNo}`)).body.recovery).toMatchObject({
      ...{ amountFen: PAID, recoveredFen: 10_000, words: FALSELY.words, receipts: [{ voucherNo: '票0050' }] },
    });
    const { entries } = (await own.get(`/api/cases/${caseNo}/timeline`)).body;
    expect(entries.map(({ kind }: { kind: string }) => kind)).toEqual(['submitted', 'claimOpened', 'claimReceipt']);
    expect((await own.get(`/api/cases/${caseNo}/recovery`)).body.code).toBe('NOT_ALLOWED');
    const auditor = await official(api, 'yl-auditor-1');
    const all = (await auditor.get('/api/recoveries?limit=100')).body.items.map(
      (item: { caseNo: string }) => item.caseNo,
    );
    const first = (await auditor.get('/api/recoveries?limit=2')).body;
    const next = (await auditor.get(`/api/recoveries?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...next.items].map((item: { caseNo: string }) => item.caseNo)).toEqual(all.slice(0, 4));
    const settled = (await auditor.get('/api/recoveries?state=settled')).body.items;
    expect(settled.every((item: { closedAt: string | null }) => item.closedAt !== null)).toBe(true);
    const elsewhere = await official(api, 'ca-oversight-1');
    expect((await elsewhere.get('/api/recoveries')).body.items).toEqual([]);
    expect((await elsewhere.post(`/api/cases/${caseNo}/recovery`, FALSELY)).body.code).toBe('OUT_OF_AREA');
  });

  test('what comes back after its year has lapsed goes to the source of the fund, not to the next applicant', async () => {
    const caseNo = await claimed(9);
    const { allotment } = await api.db.commitment.findFirstOrThrow({
      where: { caseNo },
      include: { allotment: true },
    });
    const { fundId } = allotment;
    const decision = { decision: 'lapse', documentNo: '试〔2027〕1号', decidedAt: new Date() } as const;
    const who = { decidedById: 'yl-finance-1', cosignedById: 'yl-oversight-1' };
    await api.db.yearEndClose.create({ data: { fundId, ...decision, ...who } });
    const before = await available();
    expect((await book(caseNo, PAID, '票0060')).body.state.code).toBe('settled');
    const lapsed = await api.db.ledgerEntry.findMany({
      where: { transaction: { caseNo, kind: 'recovered' }, account: { fundId, kind: 'lapsed' } },
    });
    expect(lapsed.map(({ amountFen }) => amountFen)).toEqual([BigInt(PAID)]);
    expect([await available(), await spentOf(caseNo)]).toEqual([before, 0]);
    expect(await ledgerDifferences(api.db)).toEqual([]);
  });
});
