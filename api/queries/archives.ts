import { countyOf } from '../../domain/rules/county-of.js';
import { isTermOver, termBegins } from '../../domain/rules/archives.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { ArchiveDetail, ArchiveFileView, ArchiveItemView, ArchiveQuery } from '../../domain/schemas/archives.js';
import {
  ARCHIVE_ACT_NAMES,
  ARCHIVE_APPRAISAL_NAMES,
  ARCHIVE_ITEM_NAMES,
  ARCHIVE_STATE_NAMES,
  ARCHIVE_TERM_NAMES,
  RECORD_KIND_NAMES,
} from '../../domain/texts/archives.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import type { ArchiveActModel as ArchiveAct, ArchiveItemModel as ArchiveItem } from '../../prisma/generated/models.js';
import { found } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { coded } from './coded.js';
import { behind } from './newest-first.js';
import { officialsBy } from './officials.js';
import { type Page, pageOf, positionOf } from './page.js';
import { withinArea } from './visible.js';

const WITH = {
  holds: { where: { liftedAt: null }, select: { id: true } },
  entries: { where: { list: { state: 'proposed' } }, select: { listNo: true } },
} as const satisfies Prisma.ArchiveFileInclude;
type Row = Prisma.ArchiveFileGetPayload<{ include: typeof WITH }>;

/** 案卷目录: the archive files of an official's area, the newest first. */
export async function archivePage(
  tx: Tx,
  who: Pick<OfficialWho, 'areaCode'>,
  { cursor, limit, state, term, year, text, over, held }: ArchiveQuery,
): Promise<Page<ArchiveFileView>> {
  const rows = await tx.archiveFile.findMany({
    where: {
      ...{ countyCode: countyOf(who.areaCode), areaCode: { startsWith: who.areaCode } },
      ...(state !== undefined && { state }),
      ...(term !== undefined && { term }),
      ...(year !== undefined && { closedOn: { startsWith: `${year}-` } }),
      AND: [
        behind(positionOf(cursor), 'filedAt', 'caseNo'),
        text ? { OR: [{ archiveNo: { startsWith: text } }, { caseNo: { startsWith: text } }] } : {},
        over === undefined ? {} : termIs(over),
        held === undefined ? {} : { holds: held ? { some: IN_FORCE } : { none: IN_FORCE } },
      ],
    },
    include: WITH,
    orderBy: [{ filedAt: 'desc' }, { caseNo: 'desc' }],
    take: limit + 1,
  });
  return pageOf(rows, limit, ({ filedAt, caseNo }) => ({ at: filedAt, id: caseNo }), fileView);
}

const IN_FORCE = { liftedAt: null };

function termIs(over: boolean): Prisma.ArchiveFileWhereInput {
  const today = shanghaiDate(Date.now());
  return over ? { keptUntil: { lt: today } } : { OR: [{ keptUntil: null }, { keptUntil: { gte: today } }] };
}

/** A file that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
async function visibleArchive(tx: Tx, who: Pick<OfficialWho, 'areaCode'>, caseNo: string): Promise<Row> {
  const row = found(await tx.archiveFile.findUnique({ where: { caseNo }, include: WITH }));
  withinArea(who, row.areaCode);
  return row;
}

/** 案卷: a file with its catalogue and everything that was done with it. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function archiveDetail(
  tx: Tx,
  who: Pick<OfficialWho, 'areaCode'>,
  caseNo: string,
): Promise<ArchiveDetail> {
  const row = await visibleArchive(tx, who, caseNo);
  const items = await tx.archiveItem.findMany({ where: { caseNo }, orderBy: { no: 'asc' } });
  const acts = await tx.archiveAct.findMany({ where: { caseNo }, orderBy: { at: 'asc' } });
  return {
    ...{ file: fileView(row), catalogueSha256: row.catalogueSha256, items: items.map(itemView) },
    acts: await actViews(tx, acts),
  };
}

function fileView(row: Row): ArchiveFileView {
  const { caseNo, archiveNo, title, kind, term, closedOn, keptUntil, pieces, filedAt, state, appraisal } = row;
  return {
    ...{ caseNo, archiveNo, title, closedOn, termBegins: termBegins(closedOn), keptUntil, pieces },
    ...{ kind: coded(RECORD_KIND_NAMES, kind), term: coded(ARCHIVE_TERM_NAMES, term) },
    ...{ over: isTermOver(keptUntil, shanghaiDate(Date.now())), filedAt: filedAt.toISOString() },
    state: coded(ARCHIVE_STATE_NAMES, state),
    appraisal: appraisal && coded(ARCHIVE_APPRAISAL_NAMES, appraisal),
    ...{ held: row.holds.length > 0, listNo: row.entries[0]?.listNo ?? null },
  };
}

const itemView = ({ no, kind, number, author, title, on, sha256 }: ArchiveItem): ArchiveItemView => ({
  ...{ no, kind: coded(ARCHIVE_ITEM_NAMES, kind), number, author, title, on, sha256 },
});

async function actViews(tx: Tx, acts: readonly ArchiveAct[]): Promise<ArchiveDetail['acts']> {
  const person = await officialsBy(
    tx,
    acts.map(({ byId }) => byId),
  );
  return acts.map(({ kind, byId, role, at, words, listNo, appraisal }) => ({
    ...{ act: coded(ARCHIVE_ACT_NAMES, kind), by: { ...person(byId), role: coded(ROLE_NAMES, role) } },
    ...{ at: at.toISOString(), words, listNo },
    appraisal: appraisal && coded(ARCHIVE_APPRAISAL_NAMES, appraisal),
  }));
}
