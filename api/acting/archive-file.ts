import { isTermOver, keptOnUntil } from '../../domain/rules/archives.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db } from '../../prisma/client.js';
import type { ArchiveAppraisal } from '../../prisma/generated/enums.js';
import { Refused } from '../problem.js';
import type { OfficialWho } from '../who.js';
import { isDone, lockFiles, noteAct } from './archive-act.js';

interface Said {
  readonly actId: string;
  readonly caseNo: string;
  readonly words: string;
}

/**
 * 鉴定: once its term is over, a file may be destroyed, or is kept on for another ten years. Repeated, it is done.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED, ARCHIVE_TERM_RUNS
 */
export async function appraise(
  db: Db,
  who: OfficialWho,
  { actId, caseNo, words, appraisal }: Said & { readonly appraisal: ArchiveAppraisal },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const [file] = await lockFiles(tx, who, [caseNo]);
    if (await isDone(tx, actId, caseNo)) return;
    if (file!.state !== 'kept') throw new Refused('ARCHIVE_MOVED');
    if (!isTermOver(file!.keptUntil, shanghaiDate(Date.now()))) throw new Refused('ARCHIVE_TERM_RUNS');
    const more = appraisal === 'keep' ? { keptUntil: keptOnUntil(file!.keptUntil!) } : {};
    await tx.archiveFile.update({ where: { caseNo }, data: { appraisal, ...more } });
    await noteAct(tx, who, 'archivist', file!, { actId, kind: 'appraised', words, appraisal, ...more });
  });
}

/**
 * 审计冻结: an auditor holds a file back from being destroyed. Repeated, it is done.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED, ARCHIVE_HELD where one holds it already
 */
export async function holdArchive(db: Db, who: OfficialWho, { actId, caseNo, words }: Said): Promise<void> {
  await db.$transaction(async (tx) => {
    const [file] = await lockFiles(tx, who, [caseNo]);
    if (await isDone(tx, actId, caseNo)) return;
    if (file!.state !== 'kept') throw new Refused('ARCHIVE_MOVED');
    if ((await tx.archiveHold.count({ where: { caseNo, liftedAt: null } })) > 0) throw new Refused('ARCHIVE_HELD');
    const id = uuidFor(actId, 'archive-hold');
    await tx.archiveHold.create({ data: { id, caseNo, countyCode: file!.countyCode, byId: who.id, words } });
    await noteAct(tx, who, 'auditor', file!, { actId, kind: 'held', words });
  });
}

/** 解除冻结. Repeated, it is done. @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED where nothing holds it */
export async function liftArchiveHold(db: Db, who: OfficialWho, { actId, caseNo, words }: Said): Promise<void> {
  await db.$transaction(async (tx) => {
    const [file] = await lockFiles(tx, who, [caseNo]);
    if (await isDone(tx, actId, caseNo)) return;
    const { count } = await tx.archiveHold.updateMany({
      where: { caseNo, liftedAt: null },
      data: { liftedById: who.id, liftedAt: new Date(), liftWords: words },
    });
    if (count === 0) throw new Refused('ARCHIVE_MOVED');
    await noteAct(tx, who, 'auditor', file!, { actId, kind: 'lifted', words });
  });
}
