import type { Handler } from '../handler.js';
import { openRoutes } from '../queries/open-routes.js';

export const listOpenRoutes: Handler<'listOpenRoutes'> = async ({ query }, { db }) => ({
  status: 200,
  body: await openRoutes(db, query.area),
});
