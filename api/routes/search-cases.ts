import type { Handler } from '../handler.js';
import { auditCasePage } from '../queries/audit-cases.js';

export const searchCases: Handler<'searchCases'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await auditCasePage(db, who, query),
});
