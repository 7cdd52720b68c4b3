import type { Tx } from './client.js';

/** The cases of a publication, those that have left it too. */
export async function casesIn(tx: Tx, publicationNo: string): Promise<string[]> {
  const entries = await tx.publicationEntry.findMany({
    where: { publicationNo },
    select: { caseNo: true },
    orderBy: { caseNo: 'asc' },
  });
  return entries.map(({ caseNo }) => caseNo);
}

/** A case closes in its publication; the first to do so makes its results stand. */
export async function closeEntry(tx: Tx, publicationNo: string, caseNo: string, closedAt: Date): Promise<void> {
  await tx.publicationEntry.updateMany({ where: { publicationNo, caseNo, closedAt: null }, data: { closedAt } });
  await tx.publication.updateMany({ where: { no: publicationNo, closedAt: null }, data: { closedAt } });
}

/**
 * A case that was proposed and not decided leaves what it stands in, but for `stays`; with the last one, the publication
 * is withdrawn.
 */
export async function withdrawEntries(tx: Tx, caseNo: string, withdrawnAt: Date, stays = ''): Promise<void> {
  const open = { caseNo, publicationNo: { not: stays }, closedAt: null, withdrawnAt: null };
  const entries = await tx.publicationEntry.findMany({ where: open, select: { publicationNo: true } });
  for (const { publicationNo: no } of entries) {
    // Of two that leave at once, the second one is the last.
    await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "no" = ${no} FOR NO KEY UPDATE`;
    await tx.publicationEntry.updateMany({ where: { ...open, publicationNo: no }, data: { withdrawnAt } });
    const left = await tx.publicationEntry.count({ where: { publicationNo: no, withdrawnAt: null } });
    if (left === 0) await tx.publication.updateMany({ where: { no, withdrawnAt: null }, data: { withdrawnAt } });
  }
}

/** What was made known of a case does not stand any more: an announcement is of one case. */
export async function retractEntries(tx: Tx, caseNo: string, withdrawnAt: Date): Promise<void> {
  const known = { entries: { some: { caseNo } }, withdrawnAt: null };
  await tx.publication.updateMany({ where: known, data: { withdrawnAt } });
  await tx.publicationEntry.updateMany({ where: { caseNo, withdrawnAt: null }, data: { withdrawnAt } });
}
