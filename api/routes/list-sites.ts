import type { Handler } from '../handler.js';
import { sitePage } from '../queries/sites.js';

export const listSites: Handler<'listSites'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await sitePage(db, who, query) },
});
