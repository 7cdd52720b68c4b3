import type { Express } from 'express';
import type { Deps } from '../deps.js';
import { asset } from './asset.js';
import { guideWords } from './guide-words.js';
import { homeWords } from './home-words.js';
import { portalPage } from './page.js';

/** The built portals, each at an address of its own. */
const PORTALS = ['apply', 'office', 'audit'];
/** Those whose pages open without a network, by a service worker. */
const WITHOUT_NETWORK = ['apply', 'office'];
/** The name of a script or style changes with what is in it. */
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** Serves the portals from the origin of the API: their pages, and what these load. */
export function mountPortals(app: Express, deps: Pick<Deps, 'db' | 'settings'>): void {
  const { demonstration } = deps.settings;
  app.get('/apply', portalPage('apply', demonstration, homeWords(deps)));
  app.get('/apply/programmes/:code', portalPage('apply', demonstration, guideWords(deps)));
  for (const portal of PORTALS) app.get([`/${portal}`, `/${portal}/{*view}`], portalPage(portal, demonstration));
  app.get('/assets/{*file}', asset(FOR_GOOD));
  for (const portal of WITHOUT_NETWORK) app.get(`/${portal}-worker.js`, asset('no-cache'));
}
