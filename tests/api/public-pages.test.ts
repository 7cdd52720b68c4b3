import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { expectAtom } from './support/atom.js';
import { household } from './support/people.js';
import { noticedCase } from './support/noticed-case.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

/** Of the notice's term. */
const LAST_DAY = shanghaiDate(Date.now() + 5 * 86_400_000);

describe('a reader with a browser', () => {
  let api: ApiAlone;
  let no: string;
  let announcedNo: string;
  let village: string;
  beforeAll(async () => {
    api = await openApiAlone();
    const { db } = api;
    // The pages are the county's, not the rehearsals'.
    await db.county.update({ where: { code: '330127' }, data: { rehearsal: true } });
    await db.county.update({ where: { code: '339901' }, data: { rehearsal: false, daySeconds: 86_400 } });
    const [one, other] = await ordinaryHouseholds(db, 2);
    no = (await noticedCase(api.world, one!)).no;
    // Twelve o'clock at night in Shanghai.
    await db.publication.update({ where: { no }, data: { closesAt: new Date(`${LAST_DAY}T16:00:00Z`) } });
    const announced = await noticedCase(api.world, other!);
    const closed = { closesAt: new Date(), closedAt: new Date() };
    await db.publication.update({ where: { no: announced.no }, data: closed });
    const entry = { publicationNo_caseNo: { publicationNo: announced.no, caseNo: announced.caseNo } };
    await db.publicationEntry.update({ where: entry, data: { closedAt: closed.closedAt } });
    announcedNo = announced.no;
    village = (await db.publication.findUniqueOrThrow({ where: { no } })).areaCode;
  });
  afterAll(() => api?.close());

  async function read(path: string): Promise<{ status: number; text: string; type: string | null }> {
    const { status, body, headers } = await api.visitor().get(path, BROWSER);
    return { status, text: String(body), type: headers.get('content-type') };
  }

  test('finds the notices, the announcements and how to object', async () => {
    const open = await read('/notices');
    expect(open.status).toBe(200);
    expect(open.text).toContain(`href="/notices/${no}"`);
    expect(open.text).toContain('怎样提出异议');
    const announced = await read('/notices?area=339901&state=announced');
    expect(announced.text).toContain('公告于');
    expect(announced.text).not.toContain(no);
  });

  test('opens a notice from its card, and reads that a term ends at 24:00 of its last day', async () => {
    const { status, text } = await read(`/notices/${no}`);
    expect(status).toBe(200);
    const [year, month, day] = LAST_DAY.split('-').map(Number);
    expect(text).toContain(`${year}年${month}月${day}日 24:00`);
    expect((await read('/')).text).toContain(`href="/notices/${no}"`);
  });

  test('opens a programme from its card', async () => {
    expect((await read('/')).text).toContain('href="/programmes/beekeeping"');
    const { status, text } = await read('/programmes/beekeeping');
    expect(status).toBe(200);
    expect(text).toContain('步骤和时限');
  });

  test('goes from the county to the township and the village, where what is open is counted', async () => {
    const county = (await read('/notices')).text;
    const township = village.slice(0, 9);
    expect(county).toContain(`area=${township}`);
    const below = (await read(`/notices?area=${township}`)).text;
    expect(below).toMatch(new RegExp(`area=${village}&amp;state=open"\\s*>[^<]+<span class="count">1</span>`));
    expect((await read(`/notices?area=${village}`)).text).toContain(`href="/notices/${no}"`);
    expect((await read(`/notices?area=${village}&state=announced`)).text).toContain('目前没有');
    expect((await read('/notices?area=330199')).status).toBe(404);
  });

  test('finds a notice by the beginning of its number, by its village and by its programme, in either language', async () => {
    const { name } = await api.db.area.findUniqueOrThrow({ where: { code: village } });
    for (const words of [no.slice(0, 18), name, '中蜂', 'bee'])
      expect([words, (await read(`/notices?q=${encodeURIComponent(words)}`)).text]).toEqual([
        words,
        expect.stringContaining(no),
      ]);
    const nothing = (await read(`/notices?q=${encodeURIComponent('没有的村')}&programme=`)).text;
    expect(nothing).not.toContain(no);
    expect(nothing).toContain('去掉查询条件');
    expect((await read('/notices?programme=tea-garden')).text).not.toContain(no);
  });

  test('subscribes to what is put on notice and announced, as Atom and as JSON Feed', async () => {
    const atom = (await read('/notices/feed.atom?area=339901')).text;
    expectAtom(atom);
    expect(() => expectAtom(atom.replace('<updated>', '<updated>gestern'))).toThrow();
    const { items, version } = (await api.visitor().get('/notices/feed.json?area=339901')).body;
    expect(version).toBe('https://jsonfeed.org/version/1.1');
    const ids = items.map(({ id }: { id: string }) => id);
    const address = (number: string) => `${api.url}/notices/${number}`;
    expect(ids.toSorted()).toEqual([address(no), address(announcedNo), `${address(announcedNo)}#announced`].toSorted());
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(atom).toContain(`<id>${id}</id>`);
    expect((await api.visitor().get(`/notices/feed.json?area=${village}`)).body.items).not.toHaveLength(0);
    expect(JSON.stringify(items)).not.toMatch(/\d{11}/);
  });

  test('prints the sheet for the board of a village, and of nothing else', async () => {
    const { status, text } = await read(`/notices/sheet?area=${village}`);
    expect(status).toBe(200);
    expect(text).toContain(no);
    expect(text).toContain('aria-label="扫码看最新公示"');
    expect((await read('/notices/sheet?area=339901')).status).toBe(404);
  });

  test('reads what was allotted, announced and found, and keeps it as a table', async () => {
    const year = new Date().getFullYear();
    const { text } = await read('/transparency');
    expect(text).toContain('资金：按来源和项目');
    const keep = async (name: string) => await read(`/transparency/${name}?year=${year}`);
    const funds = await keep('funds.csv');
    const allotted = await api.db.allotment.findMany({ where: { countyCode: '339901', fiscalYear: year } });
    expect(funds.text.trim().split('\r\n')).toHaveLength(1 + allotted.length);
    for (const { documentNo } of allotted) expect(funds.text).toContain(documentNo);
    const [, row] = (await keep('projects.csv')).text.trim().split('\r\n');
    expect(row).toMatch(/,1,\d+\.00,0,0\.00,/);
    expect((await keep('reviews.xlsx')).type).toContain('spreadsheet');
    expect((await keep('people.csv')).status).toBe(404);
    expect((await read('/transparency?year=2019')).text).toContain('这一年没有下达资金');
  });

  test('reads of reviews no more than their number while they are so few that one would be told by them', async () => {
    const score = async (count: number) => {
      const cases = await api.db.case.findMany({ where: { review: null, countyCode: '339901' }, take: count });
      expect(cases).toHaveLength(count);
      const said = { input: {}, finding: 'usedAsIntended', score: 86, closedAt: new Date() };
      await api.db.review.createMany({ data: cases.map(({ caseNo }) => ({ caseNo, ...said })) });
      return (await read('/transparency')).text;
    };
    expect(await score(2)).not.toContain('86.0');
    const [, , third] = await ordinaryHouseholds(api.db, 3);
    await noticedCase(api.world, third!);
    expect(await score(1)).toContain('86.0');
  });

  describe('and objects by a form without scripts:', () => {
    const form = (fields: Record<string, string>, headers: Record<string, string> = {}) =>
      fetch(`${api.url}/notices/${no}/objection`, {
        ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams(fields) },
        headers: { ...BROWSER, ...headers },
      });

    test('sent twice it is one objection, with a receipt by which its state is read', async () => {
      const key = 'the-same-form-sent-twice';
      const [first, second] = [
        await form({ key, words: '他家已搬走。', name: '', phone: '' }),
        await form({ key, words: '他家已搬走。' }),
      ];
      expect([first.status, second.status]).toEqual([303, 303]);
      const place = first.headers.get('location')!;
      expect(second.headers.get('location')).toBe(place);
      expect((await read(place)).text).toContain('已收到，正在办理');
      const [row, ...others] = await api.db.objection.findMany({ where: { publicationNo: no } });
      expect(others).toEqual([]);
      expect(place).toBe(`/notices/objections/${row!.receiptNo}`);
      expect(row!.objectorSealed).toBeNull();
    });

    test('what is wrong is said beside its field, and nothing typed is lost', async () => {
      const answer = await form({ key: 'something-is-wrong', words: ' ', name: '<王>', phone: '12345' });
      expect(answer.status).toBe(400);
      const text = await answer.text();
      expect(text).toContain('id="words-error"');
      expect(text).toContain('id="phone-error"');
      expect(text).toContain('value="&lt;王&gt;"');
      expect(text).toContain('value="12345"');
      expect(text).toContain('value="something-is-wrong"');
    });

    test('the other language is the same form with what was typed', async () => {
      const answer = await form({ key: 'another-language', words: '他家已搬走。', language: 'en' });
      expect(answer.headers.getSetCookie()[0]).toContain('zhibao-language=en');
      const text = await answer.text();
      expect(text).toContain('Send the objection');
      expect(text).toContain('他家已搬走。');
      expect(await api.db.objection.count({ where: { publicationNo: no } })).toBe(1);
    });

    test('no other site sends it, and a notice that is over takes none', async () => {
      const foreign = await form({ key: 'from-elsewhere', words: '一' }, { 'sec-fetch-site': 'cross-site' });
      expect([foreign.status, foreign.headers.get('content-type')]).toEqual([403, 'text/html; charset=utf-8']);
      expect((await read(`/notices/${announcedNo}/objection`)).status).toBe(409);
    });

    test('a receipt is found however it is typed; one that is none is said to be none', async () => {
      const { receiptNo } = await api.db.objection.findFirstOrThrow({ where: { publicationNo: no } });
      const ask = (typed: string) =>
        fetch(`${api.url}/notices/objections`, {
          ...{ method: 'POST', redirect: 'manual', headers: BROWSER },
          body: new URLSearchParams({ receiptNo: typed }),
        });
      expect((await ask(` ${receiptNo.toLowerCase()} `)).headers.get('location')).toBe(
        `/notices/objections/${receiptNo}`,
      );
      const none = await ask('YY-AAAA');
      expect(none.status).toBe(404);
      expect(await none.text()).toContain('没有这个编号的回执');
    });
  });

  test('chooses English once for all pages, and is sent to no other site by it', async () => {
    const reader = api.visitor();
    const there = async (back: string) =>
      (await reader.get(`/language/en?back=${encodeURIComponent(back)}`, BROWSER)).headers.get('location');
    expect(await there('/notices?area=339901')).toBe('/notices?area=339901');
    expect(String((await reader.get('/notices', BROWSER)).body)).toContain('<html lang="en">');
    for (const elsewhere of ['https://evil.example/', '//evil.example/', '/\\evil.example', '/.//evil.example'])
      expect([elsewhere, await there(elsewhere)]).toEqual([elsewhere, expect.stringMatching(/^\/(?![/\\])/)]);
  });

  test('follows every link of the pages to something that is there', async () => {
    const pages = ['/', '/notices', `/notices/${no}`, '/programmes/beekeeping', '/programmes/beekeeping/form'];
    pages.push('/outbox', '/api/docs');
    const texts = await Promise.all(pages.map(read));
    const links = texts.flatMap(({ text }) => [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!));
    for (const link of new Set(links)) {
      const leadsBack = link.startsWith('/language/');
      const { status } = await read(link.replaceAll('&amp;', '&'));
      expect([link, status]).toEqual([link, leadsBack ? 303 : 200]);
    }
  });

  test('the form asks for a place and a way only where something is carried out', async () => {
    const asked = { beekeeping: '地点和做法', 'temporary-relief': '遇到的困难', 'microcredit-interest': '贷款用途' };
    for (const code of [...Object.keys(asked), 'medical-premium']) {
      const { text } = await read(`/programmes/${code}/form`);
      expect(text).toContain('补助标准');
      const said = Object.entries(asked).filter(([, words]) => text.includes(`<th scope="row">${words}</th>`));
      expect(said.map(([of]) => of)).toEqual(code === 'medical-premium' ? [] : [code]);
    }
  });

  test('prints a form with nobody’s data on it, and a household that is signed in one with its own', async () => {
    const blank = await read('/programmes/beekeeping/form');
    expect(blank.text).toContain('委托代办书');
    expect(blank.text).not.toMatch(/\d{6,}(?!px)[^"]*<\/td>/);
    const [id] = await ordinaryHouseholds(api.db, 1);
    const { registerNo } = await api.db.household.findUniqueOrThrow({ where: { id: id! } });
    const visitor = await household(api, id!);
    const { body: known } = await visitor.get('/api/household');
    const own = String((await visitor.get('/programmes/beekeeping/form/own', BROWSER)).body);
    expect(own).toContain(registerNo);
    for (const { name, idNumber } of known.members) {
      expect(own).toContain(name);
      expect(own).not.toContain(idNumber);
    }
    expect(own).not.toContain(known.account.number);
    const { status, headers } = await api.visitor().get('/programmes/beekeeping/form/own', BROWSER);
    expect([status, headers.get('location')]).toEqual([303, '/programmes/beekeeping/form']);
  });

  test.each([
    '/nosuch',
    '/notices/none',
    '/notices/none/objection',
    '/notices/objections/YY-NONE',
    '/notices/%00',
    '/programmes/%00',
    '/programmes/none',
  ])('reads on a page that there is nothing at %s', async (path) => {
    const { status, text, type } = await read(path);
    expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
    expect(text).toContain('没有找到');
  });

  test('while a program, and whoever asks the API, gets a problem document', async () => {
    expect((await api.visitor().get('/nosuch')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await api.visitor().get('/api/nosuch', BROWSER)).body).toMatchObject({ code: 'NOT_FOUND' });
  });
});
