import type { Handler } from '../handler.js';
import { auditSample } from '../queries/audit/sample.js';

export const drawSample: Handler<'drawSample'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await auditSample(db, who, query),
});
