import type { Handler } from '../handler.js';
import { fundDetail } from '../queries/funds.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const getFund: Handler<'getFund'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await asOfOneMoment(db, (tx) => fundDetail(tx, who, params.fundId, query.at)),
});
