import { signYearEnd as sign } from '../acting/decide-year-end.js';
import type { Handler } from '../handler.js';
import { asOfOneMoment } from '../queries/money-scope.js';
import { yearEnd } from '../queries/year-ends.js';

export const signYearEnd: Handler<'signYearEnd'> = async ({ who, params: { fundId }, body, takenOver }, { db }) => {
  await sign(db, who, fundId, { ...body, repeated: takenOver });
  return { status: 200, body: await asOfOneMoment(db, (tx) => yearEnd(tx, who, fundId)) };
};
