import type { Handler } from '../handler.js';
import { auditStatistics } from '../queries/audit/statistics.js';

export const getAuditStatistics: Handler<'getAuditStatistics'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await auditStatistics(db, who, query),
});
