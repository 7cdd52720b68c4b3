import { countyOf } from '../../domain/rules/county-of.js';
import { NoticeBody } from '../../domain/schemas/notice.js';
import type { NoticeQuery, NoticeView } from '../../domain/schemas/notice-view.js';
import type { Tx } from '../../prisma/client.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { found } from '../problem.js';
import { behind } from './newest-first.js';
import { type Page, pageOf, positionOf } from './page.js';

type Row = Publication & { cases: { decisionNo: string | null }[] };
type Counts = Map<string, { open: number; settled: number }>;

const WITH_DECISION = { cases: { select: { decisionNo: true } } } as const;

/** Proposals that are open to objections and results that stand; what was withdrawn is on no list. */
export async function noticePage(tx: Tx, { cursor, limit, area, state }: NoticeQuery): Promise<Page<NoticeView>> {
  const rows = await tx.publication.findMany({
    where: {
      withdrawnAt: null,
      ...(area !== undefined && { countyCode: countyOf(area), areaCode: { startsWith: area } }),
      ...(state === 'open' && { closedAt: null }),
      ...(state === 'announced' && { closedAt: { not: null } }),
      ...behind(positionOf(cursor), 'publishedAt', 'no'),
    },
    include: WITH_DECISION,
    orderBy: [{ publishedAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  const counts = await objectionCounts(
    tx,
    rows.map(({ no }) => no),
  );
  const position = ({ publishedAt, no }: Row) => ({ at: publishedAt, id: no });
  return pageOf(rows, limit, position, (row) => noticeView(row, counts));
}

/** @throws Refused NOT_FOUND */
export async function notice(tx: Tx, no: string): Promise<NoticeView> {
  const row = found(await tx.publication.findUnique({ where: { no }, include: WITH_DECISION }));
  return noticeView(row, await objectionCounts(tx, [no]));
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

/** What it says was masked when it was made; here nothing is added but dates and numbers of its own. */
function noticeView(row: Row, counts: Counts): NoticeView {
  const { no, publishedAt, postedAt, closesAt, closedAt, withdrawnAt } = row;
  const state = withdrawnAt ? 'withdrawn' : closedAt ? 'announced' : 'open';
  return {
    ...{ no, state, publishedAt: publishedAt.toISOString() },
    postedAt: postedAt?.toISOString() ?? null,
    closesAt: closesAt?.toISOString() ?? null,
    closedAt: closedAt?.toISOString() ?? null,
    decisionNo: closedAt ? (row.cases[0]?.decisionNo ?? null) : null,
    open: state === 'open' && (closesAt === null || Date.now() < closesAt.getTime()),
    objections: counts.get(no) ?? { open: 0, settled: 0 },
    body: NoticeBody.parse(row.body),
  };
}
