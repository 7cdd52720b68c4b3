import { WorkflowNotFoundError } from '@temporalio/client';
import { openStrand } from '../../domain/rules/open-strand.js';
import type { Sweep } from './sweep.js';

/** Objections that their case was not told of. */
export const tellObjections: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.objection.findMany({ where: { toldAt: null }, orderBy: { receivedAt: 'asc' }, take: limit });
  return await tellEach(rows, async ({ id, caseNo }) => {
    await cases.tellObjection(caseNo, id);
    await db.objection.update({ where: { id }, data: { toldAt: new Date() } });
  });
};

/** Papers uploaded for a submitted case. */
export const tellPapers: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.paper.findMany({
    where: { toldAt: null, application: { caseNo: { not: null } } },
    include: { application: true },
    orderBy: { uploadedAt: 'asc' },
    take: limit,
  });
  return await tellEach(rows, async ({ id, kind, application }) => {
    const { running } = await db.case.findUniqueOrThrow({ where: { caseNo: application.caseNo! } });
    if (running) await cases.tellPapers(application.caseNo!, [kind]);
    await db.paper.update({ where: { id }, data: { toldAt: new Date() } });
  });
};

/** 动态管理: deaths, splits, births, marriages and moves, told to every open case of the household. */
export const tellHouseholdChanges: Sweep = async ({ db, cases }, limit) => {
  const changes = await db.householdChange.findMany({
    where: { toldAt: null },
    orderBy: { reportedAt: 'asc' },
    take: limit,
  });
  return await tellEach(changes, async ({ id, householdId }) => {
    const open = await db.case.findMany({ where: { householdId, running: true } });
    await tellEach(open, (row) => cases.tellHouseholdChange(row.caseNo, openStrand(row), id));
    await db.householdChange.update({ where: { id }, data: { toldAt: new Date() } });
  });
};

/**
 * A case that the engine does not know, not started yet or its history gone, holds up no other; answers how many rows.
 * @throws WorkflowNotFoundError of the first such case, when the others were told
 */
async function tellEach<Row>(rows: readonly Row[], tell: (row: Row) => Promise<void>): Promise<number> {
  let unknown: WorkflowNotFoundError | undefined;
  for (const row of rows) {
    try {
      await tell(row);
    } catch (error) {
      if (!(error instanceof WorkflowNotFoundError)) throw error;
      unknown ??= error;
    }
  }
  if (unknown) throw unknown;
  return rows.length;
}
