import { enterFund } from '../acting/enter-fund.js';
import type { Handler } from '../handler.js';
import { fundDetail } from '../queries/funds.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const createFund: Handler<'createFund'> = async ({ who, body, takenOver }, { db }) => {
  const id = await enterFund(db, who, body, takenOver);
  const fund = await asOfOneMoment(db, (tx) => fundDetail(tx, who, id, undefined));
  return { status: 201, body: fund, location: `/api/funds/${id}` };
};
