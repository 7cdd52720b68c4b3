import { endEntitlement as end } from '../acting/end-entitlement.js';
import type { Handler } from '../handler.js';
import { entitlementView } from '../queries/entitlements.js';

export const endEntitlement: Handler<'endEntitlement'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  await end(deps, who, { caseNo, actId, said: body });
  return { status: 200, body: await entitlementView(deps.db, who, caseNo) };
};
