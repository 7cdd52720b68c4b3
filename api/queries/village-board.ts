import { NoticeBody } from '../../domain/schemas/notice.js';
import type { Tx } from '../../prisma/client.js';

/** A household of a village that is on public notice, as its board tells of it. */
export interface BoardRow {
  readonly no: string;
  readonly position: number;
  readonly closesAt: string | null;
  readonly body: NoticeBody;
}

/** Everything that is on notice about the households of a village, those whose term ends first before the others. */
export async function villageBoard(tx: Tx, village: string): Promise<BoardRow[]> {
  const rows = await tx.publicationEntry.findMany({
    where: { case: { areaCode: village }, closedAt: null, withdrawnAt: null, publication: { withdrawnAt: null } },
    include: { publication: { select: { closesAt: true } } },
    orderBy: [{ publication: { closesAt: { sort: 'asc', nulls: 'last' } } }, { publicationNo: 'asc' }],
  });
  return rows.map(({ publicationNo, position, publication, body }) => ({
    ...{ no: publicationNo, position, closesAt: publication.closesAt?.toISOString() ?? null },
    body: NoticeBody.parse(body),
  }));
}
