import type { Express, Response } from 'express';
import { OutboxQuery } from '../../domain/schemas/office.js';
import type { Deps } from '../deps.js';
import { Refused } from '../problem.js';
import { areaName } from '../queries/areas.js';
import { noticePage } from '../queries/notices.js';
import { outboxPage } from '../queries/outbox.js';
import { countyOr, programmesInForce, isOpen } from '../queries/programmes.js';
import { docs } from './docs.js';
import { landing } from './landing.js';
import { document } from './layout.js';
import { outbox } from './outbox.js';
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

/** What it shows changes, and a shared computer keeps nothing. */
function sendPage(response: Response, page: string): void {
  response.setHeader('Cache-Control', 'no-store');
  response.type('html').send(page);
}
