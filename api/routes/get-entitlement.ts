import type { Handler } from '../handler.js';
import { entitlementView } from '../queries/entitlements.js';

export const getEntitlement: Handler<'getEntitlement'> = async ({ who, params }, { db }) => ({
  status: 200,
  body: await entitlementView(db, who, params.caseNo),
});
