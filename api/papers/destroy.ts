import { rm } from 'node:fs/promises';
import type { Tx } from '../../prisma/client.js';
import { pathOf } from './store.js';

/** Destroys the bytes of the papers of destroyed files, but for those that another case relies on too. Repeated, it is done. */
export async function destroyPapers(tx: Tx, home: string, caseNos: readonly string[]): Promise<void> {
  const gone = { caseNo: { in: [...caseNos] } };
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
