import type { Express } from 'express';
import { NoticeEntryQuery, NoticeQuery } from '../../domain/schemas/notice-view.js';
import { OutboxQuery } from '../../domain/schemas/office.js';
import type { Problem } from '../../domain/schemas/problem.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { areaName } from '../../prisma/areas.js';
import { noticeEntries } from '../queries/notice-entries.js';
import { notice as noticeOf, noticePage } from '../queries/notices.js';
import { outboxPage } from '../queries/outbox.js';
import { programmeGuide } from '../queries/programme-guide.js';
import { countyOr, isOpen, policyInForce, programmeInForce, programmesInForce } from '../queries/programmes.js';
import { docs } from './docs.js';
import { html, say } from './html.js';
import { landing } from './landing.js';
import { document } from './layout.js';
import { mountLog } from './log.js';
import { notice, notices } from './notices.js';
import { outbox } from './outbox.js';
import { mountPaperForms } from './paper-forms.js';
import { programme } from './programme.js';
import { nameIn, sendPage } from './send-page.js';
import { ICON, STYLE } from './style.js';

const NOTICES_SHOWN = 30;
const ANNOUNCEMENTS_SHOWN = 12;

/** The pages that the API makes itself: for everybody, without a session and without scripts. */
export function mountPages(app: Express, deps: Deps): void {
  const { db, keyring, settings } = deps;
  const { demonstration } = settings;

  app.get('/', async (_request, response) => {
    const code = await countyOr(db, undefined);
    const list = { area: code, cursor: undefined };
    const open = await noticePage(db, { ...list, state: 'open', limit: NOTICES_SHOWN });
    const announced = await noticePage(db, { ...list, state: 'announced', limit: ANNOUNCEMENTS_SHOWN });
    const body = landing({
      county: await areaName(db, code),
      notices: open.items,
      announcements: announced.items,
      programmes: (await programmesInForce(db, code)).filter(isOpen),
    });
    sendPage(response, document({ title: ['低收入农户直报', 'Direct application'], demonstration, body }));
  });

  app.get('/notices', async (request, response) => {
    const query = NoticeQuery.safeParse({ ...request.query });
    const { area: given, state = 'open', ...page } = query.success ? query.data : NoticeQuery.parse({});
    const area = given ?? (await countyOr(db, undefined));
    const body = notices({ state, area, ...(await noticePage(db, { ...page, area, state })) });
    const title = state === 'open' ? (['公示', 'Public notices'] as const) : (['公告', 'Announcements'] as const);
    sendPage(response, document({ title, demonstration, body }));
  });

  app.get('/notices/:no', async (request, response) => {
    const view = await noticeOf(db, nameIn(request.params.no));
    const query = NoticeEntryQuery.safeParse({ ...request.query });
    const page = query.success ? query.data : NoticeEntryQuery.parse({});
    const body = notice(view, await noticeEntries(db, view.no, page));
    const { zh, en } = view.body.programme;
    sendPage(response, document({ title: [zh, en], demonstration, body }));
  });

  app.get('/programmes/:code', async (request, response) => {
    const county = await countyOr(db, undefined);
    const { body: shown } = await programmeInForce(db, county, nameIn(request.params.code));
    const { body: policy } = await policyInForce(db, county);
    const { zh, en } = shown.name;
    const body = programme(programmeGuide(shown, policy));
    sendPage(response, document({ title: [zh, en], demonstration, body }));
  });

  mountPaperForms(app, deps);
  mountLog(app, deps);

  app.get('/outbox', async (request, response) => {
    if (!demonstration) throw new Refused('NOT_FOUND');
    const query = OutboxQuery.safeParse({ ...request.query });
    const page = await outboxPage(db, keyring, query.success ? query.data : OutboxQuery.parse({}));
    sendPage(response, document({ title: ['发件箱', 'Outbox'], demonstration, body: outbox(page) }));
  });

  const apiDocs = document({ title: ['接口文档', 'The API'], demonstration, body: docs() });
  app.get('/api/docs', (_request, response) => sendPage(response, apiDocs));

  app.get('/style.css', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/css').send(STYLE);
  });
  app.get('/icon.svg', (_request, response) => {
    response.type('image/svg+xml').send(ICON);
  });
}

/** Whoever opens an address that is no page, or one that fails, reads why on a page. */
export const problemPage = ({ zh, en }: Problem, demonstration: boolean): string =>
  document({ title: ['打不开此页', 'This page cannot be shown'], demonstration, body: html`<p>${say(zh, en)}</p>` });
