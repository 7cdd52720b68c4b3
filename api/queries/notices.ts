import type { NoticeQuery, NoticeView } from '../../domain/schemas/notice-view.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { found } from '../problem.js';
import { behind } from './newest-first.js';
import { headsOf } from './notice-heads.js';
import { noticesSought, type Sought } from './notices-sought.js';
import { type Page, pageOf, positionOf } from './page.js';

const WITH_FIRST = {
  entries: { orderBy: { position: 'asc' }, take: 1, include: { case: { select: { decisionNo: true } } } },
} as const satisfies Prisma.PublicationInclude;
type Row = Prisma.PublicationGetPayload<{ include: typeof WITH_FIRST }>;
type Counts = Map<string, { open: number; settled: number }>;

/** Proposals that are open to objections and results that stand; what was withdrawn is on no list. */
export async function noticePage(tx: Tx, { cursor, limit, ...sought }: NoticeQuery): Promise<Page<NoticeView>> {
  const rows = await tx.publication.findMany({
    where: { AND: [await noticesSought(tx, sought), behind(positionOf(cursor), 'publishedAt', 'no')] },
    include: WITH_FIRST,
    orderBy: [{ publishedAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  const view = await noticeViews(tx, rows);
  const position = ({ publishedAt, no }: Row) => ({ at: publishedAt, id: no });
  return pageOf(rows, limit, position, view);
}

/** The newest of them, by when they were published or announced. */
export async function newestNotices(
  tx: Tx,
  sought: Sought,
  by: 'publishedAt' | 'closedAt',
  limit: number,
): Promise<NoticeView[]> {
  const where = await noticesSought(tx, sought);
  const rows = await tx.publication.findMany({ where, include: WITH_FIRST, orderBy: { [by]: 'desc' }, take: limit });
  return rows.map(await noticeViews(tx, rows));
}

/** @throws Refused NOT_FOUND */
export async function notice(tx: Tx, no: string): Promise<NoticeView> {
  const row = found(await tx.publication.findUnique({ where: { no }, include: WITH_FIRST }));
  return (await noticeViews(tx, [row]))(row);
}

async function objectionCounts(tx: Tx, nos: readonly string[]): Promise<Counts> {
  const where = { publicationNo: { in: [...nos] } };
  const all = await tx.objection.groupBy({ by: ['publicationNo'], where, _count: { _all: true, settledAt: true } });
  return new Map(
    all.map(({ publicationNo, _count }) => [
      publicationNo,
      { open: _count._all - _count.settledAt, settled: _count.settledAt },
    ]),
  );
}

/** What they say was masked when it was made; here nothing is added but dates and numbers of its own. */
async function noticeViews(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => NoticeView> {
  const nos = rows.map(({ no }) => no);
  const counts = await objectionCounts(tx, nos);
  const headOf = await headsOf(tx, nos);
  return (row) => {
    const { no, publishedAt, postedAt, closesAt, closedAt, withdrawnAt } = row;
    const state = withdrawnAt ? 'withdrawn' : closedAt ? 'announced' : 'open';
    const [first] = row.entries;
    const { households, body } = headOf(no, first?.body);
    return {
      ...{ no, state, publishedAt: publishedAt.toISOString() },
      postedAt: postedAt?.toISOString() ?? null,
      closesAt: closesAt?.toISOString() ?? null,
      closedAt: closedAt?.toISOString() ?? null,
      decisionNo: closedAt && households === 1 ? (first?.case.decisionNo ?? null) : null,
      open: state === 'open' && (closesAt === null || Date.now() < closesAt.getTime()),
      objections: counts.get(no) ?? { open: 0, settled: 0 },
      ...{ households, body },
    };
  };
}
