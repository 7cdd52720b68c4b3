import type { Handler } from '../handler.js';
import { runPage } from '../queries/entitlements.js';

export const listEntitlementRuns: Handler<'listEntitlementRuns'> = async ({ who, params, query }, { db }) => ({
  status: 200,
  body: await runPage(db, who, params.caseNo, query),
});
