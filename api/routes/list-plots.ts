import type { Handler } from '../handler.js';
import { plotPage } from '../queries/sites.js';

export const listPlots: Handler<'listPlots'> = async ({ who, params, query }, { db }) => ({
  ...{ status: 200, body: await plotPage(db, who, params.id, query) },
});
