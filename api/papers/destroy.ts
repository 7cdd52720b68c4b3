import { rm } from 'node:fs/promises';
import type { Tx } from '../../prisma/client.js';
import { pathOf } from './store.js';

const AT_ONCE = 100;

/**
 * Destroys the bytes of papers that are to go, but for those that another application or case relies on too. It may die
 * at any moment: what is left is done the next time.
 */
export async function destroyPapers(tx: Tx, home: string): Promise<void> {
  for (;;) {
    const due = await tx.paperToDestroy.findMany({ orderBy: { id: 'asc' }, take: AT_ONCE });
    if (due.length === 0) return;
    await destroyUnneeded(tx, home, [...new Set(due.map(({ sha256 }) => sha256))]);
    await tx.paperToDestroy.deleteMany({ where: { id: { in: due.map(({ id }) => id) } } });
  }
}

async function destroyUnneeded(tx: Tx, home: string, digests: string[]): Promise<void> {
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
