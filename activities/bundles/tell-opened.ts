import { inParallel } from '../../platform/in-parallel.js';
import type { Db } from '../../prisma/client.js';
import { alive } from '../batches/alive.js';
import type { World } from '../world.js';

const PAGE = 100;
const AT_ONCE = 10;

/** Tells the cases of a publication that it is open, page by page: no workflow signals thousands of others. */
export async function tellOpened({ db, cases }: World, publicationNo: string): Promise<void> {
  await alive(async () => {
    for (;;) {
      const entries = await db.publicationEntry.findMany({
        where: { publicationNo, toldAt: null },
        orderBy: { position: 'asc' },
        take: PAGE,
      });
      if (entries.length === 0) return await endIfLast(db, publicationNo);
      const [failure] = await inParallel(entries, AT_ONCE, async ({ caseNo }) => {
        await cases.tellPublication(caseNo, publicationNo);
        const where = { publicationNo_caseNo: { publicationNo, caseNo } };
        await db.publicationEntry.update({ where, data: { toldAt: new Date() } });
      });
      if (failure) throw failure;
    }
  });
}

/** With its last publication told a bundle is at its end. */
async function endIfLast(db: Db, publicationNo: string): Promise<void> {
  const { bundleNo } = await db.publication.findUniqueOrThrow({ where: { no: publicationNo } });
  const left = await db.case.count({ where: { bundleNo, running: true, publications: { none: {} } } });
  if (left > 0 || bundleNo === null) return;
  await db.bundle.update({ where: { no: bundleNo }, data: { state: 'ended', endedAt: new Date() } });
}
