import { archivePage } from '../../api/queries/archives.js';
import { filesSheet } from '../../api/sheets/archive-sheet.js';
import { csvOf } from '../../api/sheets/sheet.js';
import type { ArchiveFileView, ArchiveQuery } from '../../domain/schemas/archives.js';
import type { Db } from '../../prisma/client.js';
import { onRecords } from '../start/on-records.js';

const PAGE = 100;

type Asked = Pick<ArchiveQuery, 'year' | 'state'> & { readonly county?: string };

/** The command `archive list`. @throws OperatorError */
export async function runListArchives({ county, ...asked }: Asked): Promise<void> {
  await onRecords(async (db) => {
    const all = await db.county.findMany({ orderBy: { code: 'asc' }, select: { code: true } });
    const files: ArchiveFileView[] = [];
    for (const { code } of all) {
      if (county === undefined || county === code) files.push(...(await filesOf(db, code, asked)));
    }
    process.stdout.write(csvOf(filesSheet(files)));
  });
}

/** All of a county, the newest first. */
async function filesOf(db: Db, areaCode: string, asked: Omit<Asked, 'county'>): Promise<ArchiveFileView[]> {
  const files: ArchiveFileView[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next } = await archivePage(db, { areaCode }, { ...asked, limit: PAGE, cursor });
    files.push(...items);
    if (next === null) return files;
    cursor = next;
  }
}
