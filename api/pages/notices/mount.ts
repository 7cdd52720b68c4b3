import type { Express, Request } from 'express';
import { AreaCode } from '../../../domain/schemas/common.js';
import { NoticeEntryQuery, NoticeQuery } from '../../../domain/schemas/notice-view.js';
import type { Deps } from '../../deps.js';
import { found } from '../../problem.js';
import { areaTrail, counties } from '../../queries/area-trail.js';
import { noticeEntries } from '../../queries/notice-entries.js';
import { notice as noticeOf, noticePage } from '../../queries/notices.js';
import { countyOr, programmesInForce } from '../../queries/programmes.js';
import { villageBoard } from '../../queries/village-board.js';
import { countyOf } from '../../../domain/rules/county-of.js';
import { sendAtomFeed, sendJsonFeed } from '../feeds.js';
import { nameIn, sendPage } from '../send-page.js';
import { noticeNews } from './feed.js';
import { notices } from './list.js';
import { notice } from './notice.js';
import { boardSheet } from './sheet.js';

const VILLAGE_DIGITS = 12;

/** What is on public notice, and what was announced: to read, to search, to subscribe to, and to print. */
export function mountNotices(app: Express, { db, settings }: Deps): void {
  const { demonstration, publicUrl } = settings;
  const url = publicUrl.replace(/\/$/, '');

  app.get('/notices', async (request, response) => {
    const given = asked(request);
    const area = given.area ?? (await countyOr(db, undefined));
    const { state = 'open', programme, q } = given;
    const page = await noticePage(db, { ...given, area, state });
    const programmes = (await programmesInForce(db, countyOf(area))).map(({ code, name }) => ({ code, ...name }));
    const shown = { state, programme, q, programmes, ...page };
    const body = notices({ ...shown, trail: await areaTrail(db, area), counties: await counties(db) });
    const title = state === 'open' ? (['公示', 'Public notices'] as const) : (['公告', 'Announcements'] as const);
    const feeds = { atom: `/notices/feed.atom?area=${area}`, json: `/notices/feed.json?area=${area}` };
    sendPage(response, { title, demonstration, feeds, body });
  });

  app.get('/notices/feed.json', async (request, response) => {
    const { area, feed } = await feedOf(request);
    sendJsonFeed(response, `${url}/notices/feed.json?area=${area}`, feed);
  });

  app.get('/notices/feed.atom', async (request, response) => {
    const { area, feed } = await feedOf(request);
    sendAtomFeed(response, `${url}/notices/feed.atom?area=${area}`, feed);
  });

  app.get('/notices/sheet', async (request, response) => {
    const area = areaIn(request);
    const village = found(area?.length === VILLAGE_DIGITS ? area : undefined);
    const trail = await areaTrail(db, village);
    const rows = await villageBoard(db, village);
    const body = boardSheet({ trail, rows, publicUrl, at: new Date().toISOString() });
    const title = [`${trail.here.name}公示单`, `Sheet for the board of ${trail.here.name}`] as const;
    sendPage(response, { title, demonstration, body });
  });

  app.get('/notices/:no', async (request, response) => {
    const view = await noticeOf(db, nameIn(request.params.no));
    const query = NoticeEntryQuery.safeParse({ ...request.query });
    const page = query.success ? query.data : NoticeEntryQuery.parse({});
    const { zh, en } = view.body.programme;
    const body = notice(view, await noticeEntries(db, view.no, page));
    sendPage(response, { title: [zh, en], demonstration, body });
  });

  async function feedOf(request: Request) {
    const area = areaIn(request) ?? (await countyOr(db, undefined));
    const { here, above } = await areaTrail(db, area);
    const name = [...above, here].map((place) => place.name).join('');
    const home = `${url}/notices?area=${area}`;
    return { area, feed: { title: `${name}公示公告 · Public notices`, home, items: await noticeNews(db, area, url) } };
  }
}

const areaIn = (request: Request): string | undefined => AreaCode.optional().catch(undefined).parse(request.query.area);

/** What is asked for; a form sends its empty fields too, and what nobody could have chosen is as if left out. */
function asked(request: Request): NoticeQuery {
  const given = Object.entries(request.query).filter(([, text]) => text !== '');
  const query = NoticeQuery.safeParse(Object.fromEntries(given));
  return query.success ? query.data : NoticeQuery.parse({});
}
