import type { Handler } from '../handler.js';
import { fundPage } from '../queries/funds.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const listFunds: Handler<'listFunds'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await asOfOneMoment(db, (tx) => fundPage(tx, who, query)),
});
