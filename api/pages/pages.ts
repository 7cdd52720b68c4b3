import type { Express } from 'express';
import { OutboxQuery } from '../../domain/schemas/office.js';
import type { Problem } from '../../domain/schemas/problem.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { areaName } from '../../prisma/areas.js';
import { noticePage } from '../queries/notices.js';
import { outboxPage } from '../queries/outbox.js';
import { programmeGuide } from '../queries/programme-guide.js';
import { countyOr, isOpen, policyInForce, programmeInForce, programmesInForce } from '../queries/programmes.js';
import { docs } from './docs.js';
import { html, say } from './html.js';
import { landing } from './landing.js';
import { mountLanguage } from './language.js';
import type { Page } from './layout.js';
import { mountLog } from './log.js';
import { mountNotices } from './notices/mount.js';
import { mountObjections } from './notices/mount-objections.js';
import { NOTICES_STYLE } from './notices/style.js';
import { outbox } from './outbox.js';
import { mountPaperForms } from './paper-forms.js';
import { programme } from './programme.js';
import { nameIn, sendPage } from './send-page.js';
import { ICON, STYLE } from './style.js';
import { mountTransparency } from './transparency/mount.js';

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
    sendPage(response, { title: ['低收入农户直报', 'Direct application'], demonstration, body });
  });

  app.get('/programmes/:code', async (request, response) => {
    const county = await countyOr(db, undefined);
    const { body: shown } = await programmeInForce(db, county, nameIn(request.params.code));
    const { body: policy } = await policyInForce(db, county);
    const { zh, en } = shown.name;
    const body = programme(programmeGuide(shown, policy));
    sendPage(response, { title: [zh, en], demonstration, body });
  });

  mountPaperForms(app, deps);
  mountLanguage(app);
  mountObjections(app, deps);
  mountNotices(app, deps);
  mountTransparency(app, deps);
  mountLog(app, deps);

  app.get('/outbox', async (request, response) => {
    if (!demonstration) throw new Refused('NOT_FOUND');
    const query = OutboxQuery.safeParse({ ...request.query });
    const page = await outboxPage(db, keyring, query.success ? query.data : OutboxQuery.parse({}));
    sendPage(response, { title: ['发件箱', 'Outbox'], demonstration, body: outbox(page) });
  });

  const apiDocs: Page = { title: ['接口文档', 'The API'], demonstration, body: docs() };
  app.get('/api/docs', (_request, response) => sendPage(response, apiDocs));

  app.get('/style.css', (_request, response) => {
    response.setHeader('Cache-Control', 'no-cache');
    response.type('text/css').send(STYLE + NOTICES_STYLE);
  });
  app.get('/icon.svg', (_request, response) => {
    response.type('image/svg+xml').send(ICON);
  });
}

/** Whoever opens an address that is no page, or one that fails, reads why on a page. */
export const problemPage = ({ zh, en }: Problem, demonstration: boolean): Page => ({
  title: ['打不开此页', 'This page cannot be shown'],
  demonstration,
  body: html`<p>${say(zh, en)}</p>
    <p class="more"><a href="/">${say('回首页', 'To the first page')}</a></p>`,
});
