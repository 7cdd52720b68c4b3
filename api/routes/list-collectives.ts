import type { Handler } from '../handler.js';
import { collectivePage } from '../queries/payees.js';

export const listCollectives: Handler<'listCollectives'> = async ({ who, query }, { db }) => ({
  ...{ status: 200, body: await collectivePage(db, who, query) },
});
