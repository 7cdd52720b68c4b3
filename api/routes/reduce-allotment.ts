import { reduceAllotment as reduce } from '../acting/reduce-allotment.js';
import type { Handler } from '../handler.js';
import { allotmentView } from '../queries/allotments.js';
import { asOfOneMoment } from '../queries/money-scope.js';

export const reduceAllotment: Handler<'reduceAllotment'> = async ({ who, params, body, takenOver }, { db }) => {
  const { allotmentId } = params;
  await reduce(db, who, allotmentId, body, takenOver);
  return { status: 201, body: await asOfOneMoment(db, (tx) => allotmentView(tx, allotmentId)) };
};
