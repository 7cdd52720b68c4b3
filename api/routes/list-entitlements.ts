import type { Handler } from '../handler.js';
import { entitlementPage } from '../queries/entitlements.js';

export const listEntitlements: Handler<'listEntitlements'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await entitlementPage(db, who, query),
});
