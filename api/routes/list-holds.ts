import type { Handler } from '../handler.js';
import { holdPage } from '../queries/holds.js';

export const listHolds: Handler<'listHolds'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await holdPage(db, who, query),
});
