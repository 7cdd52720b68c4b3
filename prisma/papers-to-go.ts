import type { Prisma, Tx } from './client.js';

/** The bytes of these papers are to go from the store: a process that has it sees to that once this is committed. */
export async function papersAreToGo(tx: Tx, papers: Prisma.PaperWhereInput): Promise<void> {
  const data = await tx.paper.findMany({
    where: papers,
    select: { sha256: true },
    distinct: ['sha256'],
    orderBy: { sha256: 'asc' },
  });
  await tx.paperToDestroy.createMany({ data });
}
