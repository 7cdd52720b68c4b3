import type { Sweep } from './sweep.js';

/** Objections that their case was not told of. */
export const tellObjections: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.objection.findMany({ where: { toldAt: null }, orderBy: { receivedAt: 'asc' }, take: limit });
  for (const { id, caseNo } of rows) {
    await cases.tellObjection(caseNo, id);
    await db.objection.update({ where: { id }, data: { toldAt: new Date() } });
  }
  return rows.length;
};

/** Papers uploaded for a submitted case. */
export const tellPapers: Sweep = async ({ db, cases }, limit) => {
  const rows = await db.paper.findMany({
    where: { toldAt: null, application: { caseNo: { not: null } } },
    include: { application: true },
    orderBy: { uploadedAt: 'asc' },
    take: limit,
  });
  for (const { id, kind, application } of rows) {
    const { running } = await db.case.findUniqueOrThrow({ where: { caseNo: application.caseNo! } });
    if (running) await cases.tellPapers(application.caseNo!, [kind]);
    await db.paper.update({ where: { id }, data: { toldAt: new Date() } });
  }
  return rows.length;
};

/** 动态管理: deaths, splits, births, marriages and moves, told to every open case of the household. */
export const tellHouseholdChanges: Sweep = async ({ db, cases }, limit) => {
  const changes = await db.householdChange.findMany({
    where: { toldAt: null },
    orderBy: { reportedAt: 'asc' },
    take: limit,
  });
  for (const { id, householdId } of changes) {
    const open = await db.case.findMany({ where: { householdId, running: true } });
    for (const { caseNo } of open) await cases.tellHouseholdChange(caseNo, id);
    await db.householdChange.update({ where: { id }, data: { toldAt: new Date() } });
  }
  return changes.length;
};
