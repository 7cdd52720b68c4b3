import { proposeYearEnd as propose } from '../acting/decide-year-end.js';
import type { Handler } from '../handler.js';

export const proposeYearEnd: Handler<'proposeYearEnd'> = async ({ who, params: { fundId }, body }, { db }) => {
  const digest = await propose(db, who, fundId, body);
  return { status: 201, body: { fundId, awaitsSecondSignature: true, digest }, location: '/api/year-ends' };
};
