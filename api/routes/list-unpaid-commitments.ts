import type { Handler } from '../handler.js';
import { unpaidPage } from '../queries/year-ends.js';

export const listUnpaidCommitments: Handler<'listUnpaidCommitments'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await unpaidPage(db, who, params.fundId, query),
});
