import type { Handler } from '../handler.js';
import { allotmentPage } from '../queries/allotments.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const listAllotments: Handler<'listAllotments'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await asOfOneMoment(db, (tx) => allotmentPage(tx, who, query)),
});
