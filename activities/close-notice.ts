import { decisionNumber } from '../prisma/decision-number.js';
import { closeEntry } from '../prisma/publications.js';
import type { NoticeClosing } from './contract.js';
import type { World } from './world.js';

/**
 * Closes the notice of a case by the database's clock, in one transaction that locks the publication: only if its term
 * is over and nothing that was received about the case before its end, in this round or one before, is unsettled; what
 * concerns another case of the publication holds up that one only. Objections share the lock: each is either before
 * the end and counts, or is told that the notice is over.
 */
export async function closeNotice({ db }: World, caseNo: string, publicationNo: string): Promise<NoticeClosing> {
  return await db.$transaction(async (tx) => {
    const [publication] = await tx.$queryRaw<{ closesAt: Date; now: Date }[]>`
      SELECT "closesAt", clock_timestamp() AS now FROM "Publication" WHERE "no" = ${publicationNo} FOR UPDATE`;
    if (!publication) throw new Error(`There is no publication ${publicationNo}.`);
    const { closesAt, now } = publication;
    if (now < closesAt) return { kind: 'running', leftMs: closesAt.getTime() - now.getTime() };

    const unsettled = await tx.objection.findMany({
      where: { caseNo, settledAt: null },
      orderBy: { receivedAt: 'asc' },
    });
    if (unsettled.length > 0) return { kind: 'objections', objectionIds: unsettled.map(({ id }) => id) };

    await closeEntry(tx, publicationNo, caseNo, now);
    return { kind: 'closed', decisionNo: await decisionNumber(tx, caseNo) };
  });
}
