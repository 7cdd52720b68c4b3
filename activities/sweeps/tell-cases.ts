import { WorkflowNotFoundError } from '@temporalio/client';
import { openStrandsOf } from '../../prisma/open-strands.js';
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

/** 动态管理: deaths, splits, births, marriages and moves, told to whatever is open of the household. */
export const tellHouseholdChanges: Sweep = async ({ db, cases }, limit) => {
  const changes = await db.householdChange.findMany({
    where: { toldAt: null },
    orderBy: { reportedAt: 'asc' },
    take: limit,
  });
  return await tellEach(changes, async ({ id, householdId, kind }) => {
    const open = await openStrandsOf(db, householdId, kind);
    await tellEach(open, ({ caseNo, strand, effect }) => cases.tellHouseholdChange(caseNo, strand, id, effect));
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
