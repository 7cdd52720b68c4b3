import { countyOf } from '../../domain/rules/county-of.js';
import type { ArchiveListDetail, ArchiveListQuery, ArchiveListView } from '../../domain/schemas/archives.js';
import { ARCHIVE_LIST_NAMES, ARCHIVE_LIST_STATE_NAMES } from '../../domain/texts/archives.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

const WITH = { _count: { select: { entries: true } } } as const satisfies Prisma.ArchiveListInclude;
type Row = Prisma.ArchiveListGetPayload<{ include: typeof WITH }>;

/** 移交清册和销毁清册 of an official's county, the newest first; they stay for good. */
export async function archiveListPage(
  tx: Tx,
  who: OfficialWho,
  { cursor, limit, kind, state }: ArchiveListQuery,
): Promise<Page<ArchiveListView>> {
  const rows = await tx.archiveList.findMany({
    where: {
      countyCode: countyOf(who.areaCode),
      ...(kind !== undefined && { kind }),
      ...(state !== undefined && { state }),
      ...behind(positionOf(cursor), 'proposedAt', 'no'),
    },
    include: WITH,
    orderBy: [{ proposedAt: 'desc' }, { no: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ proposedAt, no }) => ({ at: proposedAt, id: no }), await listViews(tx, rows));
}

/** A list with its files. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function archiveListDetail(
  tx: Tx,
  who: Pick<OfficialWho, 'areaCode'>,
  no: string,
): Promise<ArchiveListDetail> {
  const row = found(await tx.archiveList.findUnique({ where: { no }, include: WITH }));
  withinArea(who, row.countyCode);
  const entries = await tx.archiveListEntry.findMany({ where: { listNo: no }, orderBy: { position: 'asc' } });
  return {
    list: (await listViews(tx, [row]))(row),
    entries: entries.map(({ position, caseNo, archiveNo, title, pieces }) => ({
      ...{ position, caseNo, archiveNo, title, pieces },
    })),
  };
}

async function listViews(tx: Tx, rows: readonly Row[]): Promise<(row: Row) => ArchiveListView> {
  const person = await officialsBy(
    tx,
    rows.flatMap(({ proposedById, decidedById }) => [proposedById, decidedById]),
  );
  const by = (id: string, role: Row['proposedRole']) => ({ ...person(id), role: coded(ROLE_NAMES, role) });
  return (row) => ({
    ...{ no: row.no, kind: coded(ARCHIVE_LIST_NAMES, row.kind), words: row.words, files: row._count.entries },
    state: coded(ARCHIVE_LIST_STATE_NAMES[row.kind], row.state),
    proposed: { by: by(row.proposedById, row.proposedRole), at: row.proposedAt.toISOString() },
    decided:
      row.decidedAt === null
        ? null
        : {
            ...{ by: by(row.decidedById!, row.decidedRole!), at: row.decidedAt.toISOString() },
            words: row.decisionWords ?? '',
          },
    receipt: row.receiptNo === null ? null : { no: row.receiptNo, receivedBy: row.receivedBy ?? '' },
  });
}
