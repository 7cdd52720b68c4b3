import { writeFileSync } from 'node:fs';
import { archiveListDetail } from '../../api/queries/archive-lists.js';
import { archiveDetail } from '../../api/queries/archives.js';
import { cataloguesSheet, listSheet } from '../../api/sheets/archive-sheet.js';
import { workbookOf } from '../../api/sheets/sheet.js';
import type { ArchiveDetail } from '../../domain/schemas/archives.js';
import { OperatorError } from '../../platform/operator-error.js';
import { onRecords } from '../start/on-records.js';
import { sayOnConsole } from '../start/say.js';

/** The command `archive export`: one file for whoever takes the files over. @throws OperatorError */
export async function runExportList(no: string, file: string): Promise<void> {
  await onRecords(async (db) => {
    const row = await db.archiveList.findUnique({ where: { no } });
    if (!row) throw NO_LIST;
    const who = { areaCode: row.countyCode };
    const list = await archiveListDetail(db, who, no);
    const details: ArchiveDetail[] = [];
    for (const { caseNo } of list.entries) details.push(await archiveDetail(db, who, caseNo));
    writeFileSync(file, await workbookOf([listSheet(list), cataloguesSheet(details)]));
    sayOnConsole(`已导出 ${file}（${details.length} 卷）。`, `Exported ${file} (${details.length} files).`);
  });
}

const NO_LIST = new OperatorError('没有这份清册：请核对清册编号。', 'There is no such list: check its number.');
