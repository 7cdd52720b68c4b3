import { NoticeBody } from '../../domain/schemas/notice.js';
import type { NoticeEntry, NoticeEntryQuery } from '../../domain/schemas/notice-view.js';
import type { Tx } from '../../prisma/client.js';
import type { PublicationEntryModel as Entry } from '../../prisma/generated/models.js';
import { found } from '../problem.js';
import { type Page, pageOf } from './page.js';
import { lineCursor, lineOf } from './line-position.js';

type Row = Entry & { readonly case: { readonly decisionNo: string | null } };

/** The households that a notice lists, in the order of its table. @throws Refused NOT_FOUND */
export async function noticeEntries(
  tx: Tx,
  publicationNo: string,
  { cursor, limit }: NoticeEntryQuery,
): Promise<Page<NoticeEntry>> {
  found(await tx.publication.findUnique({ where: { no: publicationNo }, select: { no: true } }));
  const rows = await tx.publicationEntry.findMany({
    where: { publicationNo, position: { gt: lineOf(cursor) } },
    include: { case: { select: { decisionNo: true } } },
    orderBy: { position: 'asc' },
    take: limit + 1,
  });
  const counts = await objectionCounts(
    tx,
    publicationNo,
    rows.map(({ caseNo }) => caseNo),
  );
  return pageOf(rows, limit, lineCursor, (row) => entryView(row, counts));
}

type Counts = ReadonlyMap<string, NoticeEntry['objections']>;

async function objectionCounts(tx: Tx, publicationNo: string, caseNos: string[]): Promise<Counts> {
  const where = { publicationNo, caseNo: { in: caseNos } };
  const all = await tx.objection.groupBy({ by: ['caseNo'], where, _count: { _all: true, settledAt: true } });
  return new Map(
    all.map(({ caseNo, _count }) => [caseNo, { open: _count._all - _count.settledAt, settled: _count.settledAt }]),
  );
}

const entryView = ({ position, caseNo, closedAt, withdrawnAt, body, ...row }: Row, counts: Counts): NoticeEntry => ({
  position,
  state: withdrawnAt ? 'withdrawn' : closedAt ? 'announced' : 'open',
  closedAt: closedAt?.toISOString() ?? null,
  decisionNo: closedAt ? row.case.decisionNo : null,
  objections: counts.get(caseNo) ?? { open: 0, settled: 0 },
  body: NoticeBody.parse(body),
});
