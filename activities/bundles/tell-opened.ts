import { inParallel } from '../../platform/in-parallel.js';
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
      if (entries.length === 0) return;
      const [failure] = await inParallel(entries, AT_ONCE, async ({ caseNo }) => {
        await cases.tellPublication(caseNo, publicationNo);
        const where = { publicationNo_caseNo: { publicationNo, caseNo } };
        await db.publicationEntry.update({ where, data: { toldAt: new Date() } });
      });
      if (failure) throw failure;
    }
  });
}
