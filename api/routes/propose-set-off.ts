import { proposeSetOff as propose } from '../acting/set-off.js';
import type { Handler } from '../handler.js';

export const proposeSetOff: Handler<'proposeSetOff'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  const digest = await propose(deps, who, caseNo, actId, body);
  return { status: 201, body: { caseNo, awaitsSecondSignature: true, digest } };
};
