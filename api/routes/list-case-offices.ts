import type { Handler } from '../handler.js';
import { caseOffices } from '../queries/audit/findings.js';
import { visibleCase } from '../queries/visible.js';

export const listCaseOffices: Handler<'listCaseOffices'> = async ({ who, params }, { db }) => {
  const { caseNo } = await visibleCase(db, who, params.caseNo);
  return { status: 200, body: await caseOffices(db, caseNo) };
};
