import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { closeEntry, withdrawEntries } from '../../prisma/publications.js';
import { postTogether } from '../activities/support/notice.js';
import { ordinaryHouseholds, submit } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';

const WORDS = '养的蜂不是他家的';

describe('a notice of several households', () => {
  let api: ApiAlone;
  let caseNos: string[];
  let no: string;
  beforeAll(async () => {
    api = await openApiAlone();
    caseNos = [];
    for (const householdId of await ordinaryHouseholds(api.db, 5))
      caseNos.push(await submit(api.db, { programmeCode: 'beekeeping', householdId }));
    no = await postTogether(api.db, caseNos, 3_600_000);
  });
  afterAll(() => api?.close());

  const get = (path: string) => api.visitor().get(path);
  const object = (body: object) => api.visitor().post(`/api/notices/${no}/objections`, body);

  test('is one of the list: the first household, how many, and the sums', async () => {
    const { body } = await get('/api/notices');
    expect(body.items).toMatchObject([{ no, households: 5, decisionNo: null, open: true }]);
    expect(body.items[0].body).toMatchObject({
      ...{ applicant: '王**等5户', village: '第0村等2个村', township: '青溪镇', quantity: '7.50', amountFen: 50_000 },
    });
  });

  test('shows its table page by page, each household once, in its order', async () => {
    const seen: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const { body } = await get(`/api/notices/${no}/entries?limit=2${next ? `&cursor=${next}` : ''}`);
      seen.push(...body.items.map(({ position }: { position: number }) => position));
      next = body.next;
    }
    expect(seen).toEqual([1, 2, 3, 4, 5]);
    expect((await get('/api/notices/none/entries')).status).toBe(404);
    expect((await get(`/api/notices/${no}/entries?cursor=nonsense`)).body.code).toBe('INVALID_INPUT');
  });

  test('asks whoever objects which household is meant, and keeps the objection with that one', async () => {
    const unclear = await object({ words: WORDS });
    expect([unclear.status, unclear.body.code, unclear.body.errors[0].field]).toEqual([
      400,
      'INVALID_INPUT',
      'position',
    ]);
    expect((await object({ words: WORDS, position: 9 })).body.code).toBe('INVALID_INPUT');
    const { status, body } = await object({ words: WORDS, position: 3 });
    expect(status).toBe(201);
    expect(await api.db.objection.findUnique({ where: { receiptNo: body.receiptNo } })).toMatchObject({
      ...{ caseNo: caseNos[2], publicationNo: no },
    });
    const { items } = (await get(`/api/notices/${no}/entries`)).body;
    expect(items.map(({ objections }: { objections: { open: number } }) => objections.open)).toEqual([0, 0, 1, 0, 0]);
  });

  test('takes no objection any more about a household that has left it', async () => {
    await api.db.$transaction((tx) => withdrawEntries(tx, caseNos[1]!, new Date()));
    expect((await object({ words: WORDS, position: 2 })).body.code).toBe('NOTICE_CLOSED');
    expect((await object({ words: WORDS, position: 1 })).status).toBe(201);
  });

  test('is a page with every household on it, and says of each what became of it', async () => {
    await closeEntry(api.db, no, caseNos[4]!, new Date());
    const decisionNo = '339901扶直〔2026〕77号';
    await api.db.case.update({ where: { caseNo: caseNos[4]! }, data: { decisionNo } });
    const { items } = (await get(`/api/notices/${no}/entries`)).body;
    const states = items.map((item: { state: string; decisionNo: string | null }) => [item.state, item.decisionNo]);
    expect(states).toEqual([
      ['open', null],
      ['withdrawn', null],
      ['open', null],
      ['open', null],
      ['announced', decisionNo],
    ]);
    const page = await api.visitor().get(`/notices/${no}`, { accept: 'text/html' });
    const text = String(page.body);
    expect(page.status).toBe(200);
    for (const said of ['5. 王**', '已撤出本次公示', decisionNo]) expect(text).toContain(said);
  });
});
