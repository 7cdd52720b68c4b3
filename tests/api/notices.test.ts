import { ofHousehold } from '../../prisma/applicant.js';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { keepWords } from '../../prisma/words.js';
import { householdNumbers } from '../../api/queries/household-numbers.js';
import { householdKey } from '../../prisma/household.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { noticedCase } from './support/noticed-case.js';

describe('public notices', () => {
  let api: ApiAlone;
  let notices: { caseNo: string; no: string }[];
  beforeAll(async () => {
    api = await openApiAlone();
    const households = await ordinaryHouseholds(api.db, 7);
    notices = [];
    for (const id of households) notices.push(await noticedCase(api.world, id));
  });
  afterAll(() => api?.close());

  const get = (path: string) => api.visitor().get(path);

  test('say who proposes what for whom, with what it is worth, and that objections are taken', async () => {
    const { no, caseNo } = notices[0]!;
    const { status, body } = await get(`/api/notices/${no}`);
    expect(status).toBe(200);
    const { amountFen } = await api.db.case.findUniqueOrThrow({ where: { caseNo } });
    expect(body).toMatchObject({
      ...{ no, state: 'open', open: true, closesAt: null, closedAt: null, decisionNo: null },
      objections: { open: 0, settled: 0 },
      body: {
        county: '演练县',
        amountFen: Number(amountFen),
        applicant: expect.stringMatching(/^\p{Script=Han}\*+$/u),
      },
    });
  });

  test('that there are not lead nowhere', async () => {
    const { status, body } = await get('/api/notices/330127-2026-000001-7-N9');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('are listed page by page, each once, the newest first', async () => {
    const seen: { no: string; publishedAt: string }[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await get(`/api/notices?limit=3${next ? `&cursor=${next}` : ''}`);
      seen.push(...body.items);
      next = body.next;
    }
    expect(seen.map(({ no }) => no).toSorted()).toEqual(notices.map(({ no }) => no).toSorted());
    const times = seen.map(({ publishedAt }) => publishedAt);
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('published in the same millisecond are all shown', async () => {
    const { db } = api;
    const before = await db.publication.findMany();
    await db.publication.updateMany({ data: { publishedAt: new Date() } });
    const first = await get('/api/notices?limit=4');
    const second = await get(`/api/notices?limit=4&cursor=${first.body.next}`);
    const nos = [...first.body.items, ...second.body.items].map(({ no }: { no: string }) => no);
    expect(new Set(nos).size).toBe(notices.length);
    for (const { no, publishedAt } of before) await db.publication.update({ where: { no }, data: { publishedAt } });
  });

  test('are found by area', async () => {
    const { areaCode } = await api.db.publication.findUniqueOrThrow({ where: { no: notices[0]!.no } });
    const { body } = await get(`/api/notices?area=${areaCode}`);
    expect(body.items.map(({ no }: { no: string }) => no)).toContain(notices[0]!.no);
    expect(new Set(body.items.map((item: { body: { village: string } }) => item.body.village)).size).toBe(1);
    expect((await get('/api/notices?area=330127')).body.items).toEqual([]);
  });

  test('that ended stay as announcements with their decision, and those that were withdrawn are on no list', async () => {
    const [, announced, withdrawn] = notices as [unknown, { no: string; caseNo: string }, { no: string }];
    const decisionNo = '339901扶直〔2026〕1号';
    await api.db.publication.update({
      where: { no: announced.no },
      data: { closesAt: new Date(0), closedAt: new Date() },
    });
    await api.db.case.update({ where: { caseNo: announced.caseNo }, data: { decisionNo } });
    await api.db.publication.update({ where: { no: withdrawn.no }, data: { withdrawnAt: new Date() } });

    const over = await get('/api/notices?state=announced');
    expect(over.body.items).toMatchObject([{ no: announced.no, state: 'announced', open: false, decisionNo }]);
    const listed = (await get('/api/notices?state=open')).body.items.map(({ no }: { no: string }) => no);
    expect(listed).not.toContain(announced.no);
    expect(listed).not.toContain(withdrawn.no);
    expect((await get(`/api/notices/${withdrawn.no}`)).body).toMatchObject({ state: 'withdrawn', open: false });
  });

  test('are asked for in words of the table only', async () => {
    for (const query of ['state=closed', 'limit=0', 'limit=1000', 'area=33', 'cursor=nonsense', 'sort=amount']) {
      const { status, body } = await get(`/api/notices?${query}`);
      expect([query, status, body.code]).toEqual([query, 400, 'INVALID_INPUT']);
    }
  });

  test('and the results of objections hold no three digits in a row of an ID number, a telephone number or an account', async () => {
    const { no, caseNo } = notices[3]!;
    const { householdId } = ofHousehold(await api.db.case.findUniqueOrThrow({ where: { caseNo } }));
    const key = await householdKey(api.db, api.keyring, householdId);
    const numbers = await householdNumbers(api.db, householdId, key);
    expect(numbers.length).toBeGreaterThan(2);
    const receipt = (await api.visitor().post(`/api/notices/${no}/objections`, { words: numbers.join('，') })).body;
    await settle(receipt.receiptNo, householdId, caseNo, numbers);
    const settled = await get(`/api/objections/${receipt.receiptNo}`);
    expect(settled.body).toMatchObject({ state: 'settled', words: expect.stringContaining('经核实') });

    const known = numbers.flatMap((number) => Array.from(number.slice(2), (_, from) => number.slice(from, from + 3)));
    const notice = (await get(`/api/notices/${no}`)).body;
    const listed = (await get('/api/notices')).body.items.find((item: { no: string }) => item.no === no);
    for (const said of [notice.body, listed.body, settled.body].map(withoutNumbersOfOurs)) {
      expect(known.filter((part) => /^\d{3}$/.test(part) && said.includes(part))).toEqual([]);
    }
  });

  /** Dates, the notice's own number, the amount and the year of the plan are no numbers of a household. */
  const withoutNumbersOfOurs = ({
    basis: _basis,
    amountFen: _amount,
    noticeNo: _no,
    ...said
  }: Record<string, unknown>) => JSON.stringify(said).replaceAll(/"\w+At":"[^"]*"/g, '');

  /** The hearing's result as the recorder writes it; its official quoted the household's numbers. */
  async function settle(receiptNo: string, householdId: string, caseNo: string, numbers: string[]): Promise<void> {
    const text = `经核实，${numbers.map((number) => `号码${number}（尾号${number.slice(-4)}）`).join('、')}不属实`;
    const { ref } = await keepWords(api.db, api.keyring, { id: crypto.randomUUID(), householdId, caseNo, text });
    const data = { settledAt: new Date(), result: 'dismiss', resultWordsId: ref };
    await api.db.objection.update({ where: { receiptNo }, data });
  }

  test('an objector reads by his receipt that it was received, however he types it', async () => {
    const { no } = notices[4]!;
    const { body } = await api.visitor().post(`/api/notices/${no}/objections`, { words: '数量不对' });
    const read = await get(`/api/objections/${encodeURIComponent(` ${body.receiptNo.toLowerCase()}`)}`);
    expect(read.body).toEqual({
      ...{ receiptNo: body.receiptNo, noticeNo: no, receivedAt: body.receivedAt },
      ...{ state: 'received', settledAt: null, result: null, words: null },
    });
  });

  test('a receipt that was never given leads nowhere', async () => {
    const { status, body } = await get('/api/objections/YY-BBBB-BBBB-BBBB');
    expect([status, body.code]).toEqual([404, 'NOT_FOUND']);
  });

  test('receipts cannot be tried one after the other without end', async () => {
    const tries = await Promise.all(Array.from({ length: 301 }, () => get('/api/objections/YY-CCCC-CCCC-CCCC')));
    const refused = tries.find(({ status }) => status === 429);
    expect(refused?.body.code).toBe('TOO_MANY_REQUESTS');
  });
});
