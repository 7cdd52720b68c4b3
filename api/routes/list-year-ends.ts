import type { Handler } from '../handler.js';
import { asOfOneMoment } from '../queries/money-scope.js';
import { yearEndPage } from '../queries/year-ends.js';

export const listYearEnds: Handler<'listYearEnds'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await asOfOneMoment(db, (tx) => yearEndPage(tx, who, query)),
});
