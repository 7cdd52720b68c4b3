import { rm } from 'node:fs/promises';
import type { Tx } from '../../prisma/client.js';
import { pathOf } from './store.js';

const AT_ONCE = 100;

/**
 * Destroys the bytes of the papers of all destroyed files where they are still to go, but for those that another case
 * relies on too. It may die at any moment: what is left is done the next time.
 */
export async function destroyPapers(tx: Tx, home: string): Promise<void> {
  for (;;) {
    const due = await tx.papersToDestroy.findMany({ orderBy: { since: 'asc' }, take: AT_ONCE });
    if (due.length === 0) return;
    const caseNos = due.map(({ caseNo }) => caseNo);
    await destroyOf(tx, home, caseNos);
    await tx.papersToDestroy.deleteMany({ where: { caseNo: { in: caseNos } } });
  }
}

async function destroyOf(tx: Tx, home: string, caseNos: string[]): Promise<void> {
  const gone = { caseNo: { in: caseNos } };
  const papers = await tx.paper.findMany({ where: { application: gone }, select: { sha256: true } });
  const digests = [...new Set(papers.map(({ sha256 }) => sha256))];
  const needed = new Set([...(await usedElsewhere(tx, digests)), ...(await usedInBundles(tx, digests))]);
  for (const digest of digests) if (!needed.has(digest)) await rm(pathOf(home, digest), { force: true });
}

async function usedElsewhere(tx: Tx, digests: string[]): Promise<string[]> {
  const rows = await tx.paper.findMany({
    where: { sha256: { in: digests } },
    select: { sha256: true, application: { select: { caseNo: true } } },
  });
  const caseNos = rows.flatMap(({ application: { caseNo } }) => caseNo ?? []);
  const files = await tx.archiveFile.findMany({ where: { caseNo: { in: caseNos }, state: 'destroyed' } });
  const destroyed = new Set<string | null>(files.map(({ caseNo }) => caseNo));
  return rows.flatMap(({ sha256, application }) => (destroyed.has(application.caseNo) ? [] : [sha256]));
}

async function usedInBundles(tx: Tx, digests: string[]): Promise<string[]> {
  const rows = await tx.bundlePaper.findMany({ where: { sha256: { in: digests } }, select: { sha256: true } });
  return rows.map(({ sha256 }) => sha256);
}
