import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { ordinaryHouseholds } from '../activities/support/submission.js';
import { type ApiAlone, openApiAlone } from './support/api.js';
import { household } from './support/people.js';
import { noticedCase } from './support/noticed-case.js';

const BROWSER = { accept: 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8' };

describe('a reader with a browser', () => {
  let api: ApiAlone;
  let no: string;
  beforeAll(async () => {
    api = await openApiAlone();
    const { db } = api;
    // The pages are the county's, not the rehearsals'.
    await db.county.update({ where: { code: '330127' }, data: { rehearsal: true } });
    await db.county.update({ where: { code: '339901' }, data: { rehearsal: false, daySeconds: 86_400 } });
    const [one, other] = await ordinaryHouseholds(db, 2);
    no = (await noticedCase(api.world, one!)).no;
    // Twelve o'clock at night on 4 December in Shanghai.
    await db.publication.update({ where: { no }, data: { closesAt: new Date('2026-12-04T16:00:00Z') } });
    const announced = await noticedCase(api.world, other!);
    const closed = { closesAt: new Date(), closedAt: new Date() };
    await db.publication.update({ where: { no: announced.no }, data: closed });
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
    expect(text).toContain('2026-12-04 24:00');
    expect((await read('/')).text).toContain(`href="/notices/${no}"`);
  });

  test('opens a programme from its card', async () => {
    expect((await read('/')).text).toContain('href="/programmes/beekeeping"');
    const { status, text } = await read('/programmes/beekeeping');
    expect(status).toBe(200);
    expect(text).toContain('步骤和时限');
  });

  test('follows every link of the pages to something that is there', async () => {
    const pages = ['/', '/notices', `/notices/${no}`, '/programmes/beekeeping', '/programmes/beekeeping/form'];
    pages.push('/outbox', '/api/docs');
    const texts = await Promise.all(pages.map(read));
    const links = texts.flatMap(({ text }) => [...text.matchAll(/href="(\/[^"#]*)/g)].map(([, href]) => href!));
    for (const link of new Set(links)) {
      expect([link, (await read(link.replaceAll('&amp;', '&'))).status]).toEqual([link, 200]);
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

  test.each(['/nosuch', '/notices/none', '/notices/%00', '/programmes/%00', '/programmes/none'])(
    'reads on a page that there is nothing at %s',
    async (path) => {
      const { status, text, type } = await read(path);
      expect([status, type]).toEqual([404, 'text/html; charset=utf-8']);
      expect(text).toContain('没有找到');
    },
  );

  test('while a program, and whoever asks the API, gets a problem document', async () => {
    expect((await api.visitor().get('/nosuch')).body).toMatchObject({ code: 'NOT_FOUND' });
    expect((await api.visitor().get('/api/nosuch', BROWSER)).body).toMatchObject({ code: 'NOT_FOUND' });
  });
});
