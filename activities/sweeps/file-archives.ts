import { fileCase } from '../archives/file-case.js';
import type { Sweep } from './sweep.js';

/** 归档: whatever was sealed since, each in a transaction of its own, so that numbers have no gaps. */
export const fileArchives: Sweep = async ({ db }, limit) => {
  const due = await db.archiveDue.findMany({ orderBy: { since: 'asc' }, take: limit });
  for (const { caseNo } of due) {
    await db.$transaction(async (tx) => {
      const [taken] = await tx.$queryRaw<unknown[]>`
        SELECT 1 FROM "ArchiveDue" WHERE "caseNo" = ${caseNo} FOR UPDATE SKIP LOCKED`;
      if (!taken) return;
      await fileCase(tx, caseNo);
      await tx.archiveDue.delete({ where: { caseNo } });
    });
  }
  return due.length;
};
