import { changeLoan as change } from '../acting/change-loan.js';
import type { Handler } from '../handler.js';
import { entitlementView } from '../queries/entitlements.js';

export const changeLoan: Handler<'changeLoan'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  await change(deps, who, { caseNo, actId, said: body });
  return { status: 200, body: await entitlementView(deps.db, who, caseNo) };
};
