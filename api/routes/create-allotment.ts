import { makeAllotment } from '../acting/make-allotment.js';
import type { Handler } from '../handler.js';
import { allotmentView } from '../queries/allotments.js';
import { outOfReach } from '../queries/income-growth.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const createAllotment: Handler<'createAllotment'> = async ({ who, params, body, takenOver }, { db }) => {
  const id = await makeAllotment(db, who, params.fundId, body, takenOver);
  return await asOfOneMoment(db, async (tx) => {
    const fund = await tx.fund.findUniqueOrThrow({ where: { id: params.fundId } });
    const body = { ...(await allotmentView(tx, id)), warning: await outOfReach(tx, who, fund) };
    return { status: 201, body, location: `/api/allotments?fund=${fund.id}` };
  });
};
