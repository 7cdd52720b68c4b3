import type { Handler } from '../handler.js';
import { verificationPage } from '../queries/audit/verification.js';

export const verifyCases: Handler<'verifyCases'> = async ({ who, query }, deps) => ({
  status: 200,
  body: await verificationPage(deps, who, query),
});
