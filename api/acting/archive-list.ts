import { isHandedOver } from '../../domain/rules/archives.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { ArchiveListKind, NewArchiveList } from '../../domain/schemas/archives.js';
import { uuidFor } from '../../platform/digest.js';
import type { Db, Tx } from '../../prisma/client.js';
import type {
  ArchiveFileModel as ArchiveFile,
  ArchiveListModel as ArchiveList,
} from '../../prisma/generated/models.js';
import { eraseHousehold } from '../../prisma/erase-household.js';
import { papersAreToGo } from '../../prisma/papers-to-go.js';
import { nextSerial } from '../../prisma/serials.js';
import { found, invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';
import { assertDestructible, isDone, lockFiles, noteAct, roleOf } from './archive-act.js';

/** Who signs what an archivist has proposed: of another role than his. */
const ARCHIVE_SIGNERS = ['countySupervisor', 'countyApprover'] as const;
const LETTERS = { handOver: 'Y', destruction: 'X' } as const satisfies Record<ArchiveListKind, string>;

/**
 * 编制移交清册、销毁清册. Repeated, the act finds its list.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, INVALID_INPUT for a term that is not handed over, and what is in the way
 */
export async function proposeList(db: Db, who: OfficialWho, actId: string, said: NewArchiveList): Promise<string> {
  return await db.$transaction(async (tx) => {
    const files = await lockFiles(tx, who, said.caseNos);
    const before = await tx.archiveAct.findUnique({ where: { id: uuidFor(actId, files[0]!.caseNo) } });
    if (before) return before.listNo!;
    await assertFree(tx, files);
    if (said.kind === 'destruction') await assertDestructible(tx, files);
    else assertForArchives(files);
    const { countyCode } = files[0]!;
    const scope = `${countyCode}-${shanghaiDate(Date.now()).slice(0, 4)}-${LETTERS[said.kind]}`;
    const no = `${scope}${String(await nextSerial(tx, `archive-list/${scope}`)).padStart(3, '0')}`;
    const { kind, words } = said;
    const by = { proposedById: who.id, proposedRole: 'archivist' } as const;
    await tx.archiveList.create({ data: { no, kind, words, countyCode, ...by } });
    const entry = ({ caseNo, archiveNo, title, pieces }: ArchiveFile, place: number) => ({
      ...{ listNo: no, position: place + 1, caseNo, archiveNo, title, pieces },
    });
    await tx.archiveListEntry.createMany({ data: files.map(entry) });
    for (const file of files) await noteAct(tx, who, 'archivist', file, { actId, kind: 'listed', words, listNo: no });
    return no;
  });
}

/** @throws Refused ARCHIVE_MOVED where one of them is not here or stands in another open list */
async function assertFree(tx: Tx, files: readonly ArchiveFile[]): Promise<void> {
  const caseNos = files.map(({ caseNo }) => caseNo);
  const where = { caseNo: { in: caseNos }, list: { state: 'proposed' } } as const;
  const isListed = (await tx.archiveListEntry.count({ where })) > 0;
  if (isListed || files.some(({ state }) => state !== 'kept')) throw new Refused('ARCHIVE_MOVED');
}

function assertForArchives(files: readonly ArchiveFile[]): void {
  const errors = files.flatMap(({ archiveNo, term }, place) =>
    isHandedOver(term)
      ? []
      : [
          {
            field: `caseNos.${place}`,
            zh: `案卷${archiveNo}保管期限为10年，不移交档案馆，请去掉`,
            en: `File ${archiveNo} is kept for 10 years, which the archives do not take; leave it out`,
          },
        ],
  );
  if (errors.length > 0) throw invalid(errors);
}

/** A list that this official may see. @throws Refused NOT_FOUND, OUT_OF_AREA */
async function visibleList(tx: Tx, who: OfficialWho, no: string): Promise<ArchiveList> {
  const list = found(await tx.archiveList.findUnique({ where: { no } }));
  withinArea(who, list.countyCode);
  return list;
}

interface Decided {
  readonly actId: string;
  readonly no: string;
  readonly words: string;
}

/**
 * 签批销毁: by another official in another role, who finds every file as it was proposed; households of whom nothing is
 * left to be kept are erased with it. Their papers are to go. Repeated, it is done.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED, ALREADY_SIGNED, and what is in the way
 */
export async function signDestruction(db: Db, who: OfficialWho, decided: Decided): Promise<void> {
  const role = roleOf(who, ARCHIVE_SIGNERS);
  await db.$transaction(async (tx) => {
    const files = await filesOf(tx, who, decided.no);
    const caseNos = files.map(({ caseNo }) => caseNo);
    if (await isDone(tx, decided.actId, caseNos[0]!)) return;
    const list = await waiting(tx, who, decided.no, 'destruction');
    if (list.proposedById === who.id) throw new Refused('ALREADY_SIGNED');
    await assertDestructible(tx, files);
    await decide(tx, who, { ...decided, role, state: 'done' });
    for (const file of files) {
      await noteAct(tx, who, role, file, { ...said(decided), kind: 'destroyed' });
      await tx.archiveFile.update({ where: { caseNo: file.caseNo }, data: { state: 'destroyed' } });
    }
    await papersAreToGo(tx, { application: { caseNo: { in: caseNos } } });
    for (const householdId of await householdsOf(tx, caseNos)) await eraseHousehold(tx, householdId);
  });
}

/**
 * 移交: the archives have signed for the files. Repeated, it is done.
 * @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED
 */
export async function receiveHandOver(
  db: Db,
  who: OfficialWho,
  { receiptNo, receivedBy, ...decided }: Decided & { readonly receiptNo: string; readonly receivedBy: string },
): Promise<void> {
  await db.$transaction(async (tx) => {
    const files = await filesOf(tx, who, decided.no);
    if (await isDone(tx, decided.actId, files[0]!.caseNo)) return;
    await waiting(tx, who, decided.no, 'handOver');
    await decide(tx, who, { ...decided, role: 'archivist', state: 'done', receipt: { receiptNo, receivedBy } });
    for (const file of files) {
      await noteAct(tx, who, 'archivist', file, { ...said(decided), kind: 'handedOver' });
      await tx.archiveFile.update({ where: { caseNo: file.caseNo }, data: { state: 'handedOver' } });
    }
  });
}

/** A list is taken back, or not agreed to: its files are free again. @throws Refused NOT_FOUND, OUT_OF_AREA, ARCHIVE_MOVED */
export async function withdrawList(db: Db, who: OfficialWho, decided: Decided): Promise<void> {
  const role = roleOf(who, ['archivist', ...ARCHIVE_SIGNERS]);
  await db.$transaction(async (tx) => {
    const files = await filesOf(tx, who, decided.no);
    if (await isDone(tx, decided.actId, files[0]!.caseNo)) return;
    await waiting(tx, who, decided.no);
    await decide(tx, who, { ...decided, role, state: 'withdrawn' });
    for (const file of files) await noteAct(tx, who, role, file, { ...said(decided), kind: 'unlisted' });
  });
}

const said = ({ actId, words, no: listNo }: Decided) => ({ actId, words, listNo });

async function filesOf(tx: Tx, who: OfficialWho, no: string): Promise<ArchiveFile[]> {
  await visibleList(tx, who, no);
  const entries = await tx.archiveListEntry.findMany({ where: { listNo: no } });
  return await lockFiles(
    tx,
    who,
    entries.map(({ caseNo }) => caseNo),
  );
}

async function waiting(tx: Tx, who: OfficialWho, no: string, kind?: ArchiveListKind): Promise<ArchiveList> {
  const list = await visibleList(tx, who, no);
  if (list.state !== 'proposed' || (kind && list.kind !== kind)) throw new Refused('ARCHIVE_MOVED');
  return list;
}

interface Decision extends Decided {
  readonly role: ArchiveList['proposedRole'];
  readonly state: 'done' | 'withdrawn';
  readonly receipt?: { readonly receiptNo: string; readonly receivedBy: string };
}

async function decide(tx: Tx, who: OfficialWho, { no, words, role, state, receipt }: Decision): Promise<void> {
  const by = { decidedById: who.id, decidedRole: role, decidedAt: new Date(), decisionWords: words };
  await tx.archiveList.update({ where: { no }, data: { state, ...by, ...receipt } });
}

async function householdsOf(tx: Tx, caseNos: readonly string[]): Promise<string[]> {
  const rows = await tx.case.findMany({
    where: { caseNo: { in: [...caseNos] }, householdId: { not: null } },
    select: { householdId: true },
    distinct: ['householdId'],
  });
  return rows.flatMap(({ householdId }) => householdId ?? []);
}
