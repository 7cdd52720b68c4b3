import { proposeLoanChange } from '../acting/change-loan.js';
import type { Handler } from '../handler.js';

export const changeLoan: Handler<'changeLoan'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  const digest = await proposeLoanChange(deps, who, { caseNo, actId, said: body });
  return { status: 201, body: { caseNo, awaitsSecondSignature: true, digest } };
};
