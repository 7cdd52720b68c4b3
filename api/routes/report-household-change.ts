import { reportChange } from '../acting/report-change.js';
import type { Handler } from '../handler.js';

/** Recorded first; every open case is told now, or by the sweep when the engine is back. */
export const reportHouseholdChange: Handler<'reportHouseholdChange'> = async ({ who, body, actId }, deps) => {
  const { db, engine } = deps;
  const { change, open } = await reportChange(db, who, actId, body);
  const { id, reportedAt } = change;
  const told = await engine.tell(async (cases) => {
    for (const { caseNo, strand, effect } of open) await cases.tellHouseholdChange(caseNo, strand, id, effect);
  });
  if (told) await db.householdChange.updateMany({ where: { id, toldAt: null }, data: { toldAt: new Date() } });
  return { status: 201, body: { id, reportedAt: reportedAt.toISOString(), openCases: open.length } };
};
