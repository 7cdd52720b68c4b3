import { type Destructible, destructionObstacle } from '../../domain/rules/archives.js';
import type { Role } from '../../domain/rules/roles.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import type { ArchiveActKind } from '../../domain/schemas/archives.js';
import type { ErrorCode } from '../../domain/errors.js';
import { sha256, uuidFor } from '../../platform/digest.js';
import { isOpen } from '../../prisma/archives.js';
import type { Tx } from '../../prisma/client.js';
import type { ArchiveFileModel as ArchiveFile } from '../../prisma/generated/models.js';
import type { ArchiveAppraisal } from '../../prisma/generated/enums.js';
import { log } from '../../prisma/log-entries.js';
import { Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import type { OfficialWho } from '../who.js';

interface Done {
  readonly actId: string;
  readonly kind: ArchiveActKind;
  readonly words: string;
  readonly listNo?: string;
  readonly appraisal?: ArchiveAppraisal;
  /** Of one that is kept on. */
  readonly keptUntil?: string;
}

/** In which of these roles he acts. */
export const roleOf = (who: OfficialWho, roles: readonly Role[]): Role =>
  who.roles.find((role) => roles.includes(role))!;

/** Whoever acts on files keeps everybody else from them meanwhile. @throws Refused NOT_FOUND, OUT_OF_AREA */
export async function lockFiles(tx: Tx, who: OfficialWho, caseNos: readonly string[]): Promise<ArchiveFile[]> {
  const wanted = [...new Set(caseNos)];
  await tx.$queryRaw`SELECT 1 FROM "ArchiveFile" WHERE "caseNo" = ANY(${wanted}) ORDER BY "caseNo" FOR UPDATE`;
  const files = await tx.archiveFile.findMany({ where: { caseNo: { in: wanted } }, orderBy: { archiveNo: 'asc' } });
  if (files.length < wanted.length) throw new Refused('NOT_FOUND');
  for (const { areaCode } of files) withinArea(who, areaCode);
  return files;
}

/** Whether this act was done before: then there is nothing left to do. */
export const isDone = async (tx: Tx, actId: string, caseNo: string): Promise<boolean> =>
  (await tx.archiveAct.count({ where: { id: uuidFor(actId, caseNo) } })) > 0;

/** Notes what was done with a file, and logs it. */
export async function noteAct(
  tx: Tx,
  who: OfficialWho,
  role: Role,
  { caseNo, archiveNo }: ArchiveFile,
  { actId, kind, words, keptUntil, ...more }: Done,
): Promise<void> {
  const by = { id: who.id, role, officeId: who.office.id };
  const id = uuidFor(actId, caseNo);
  await tx.archiveAct.create({ data: { id, caseNo, kind, byId: by.id, role, officeId: by.officeId, words, ...more } });
  const said = { ...more, ...(keptUntil !== undefined && { keptUntil }), wordsSha256: sha256(words) };
  await log(tx, { kind: 'archiveAct', caseNo, archiveNo, act: kind, by, ...said });
}

/** @throws Refused with what is in the way of destroying one of them, each named by its number */
export async function assertDestructible(tx: Tx, files: readonly ArchiveFile[]): Promise<void> {
  const today = shanghaiDate(Date.now());
  const found: { code: ErrorCode; archiveNo: string; place: number }[] = [];
  for (const [place, file] of files.entries()) {
    const code = destructionObstacle(await destructible(tx, file), today);
    if (code) found.push({ code, archiveNo: file.archiveNo, place });
  }
  const [first] = found;
  if (!first) return;
  const errors = found
    .filter(({ code }) => code === first.code)
    .map(({ archiveNo, place }) => ({ field: `caseNos.${place}`, zh: `案卷${archiveNo}`, en: `File ${archiveNo}` }));
  throw new Refused(first.code, { errors });
}

async function destructible(tx: Tx, file: ArchiveFile): Promise<Destructible> {
  const { caseNo, state, keptUntil, appraisal } = file;
  const held = (await tx.archiveHold.count({ where: { caseNo, liftedAt: null } })) > 0;
  return { state, keptUntil, appraisal, held, open: await isOpen(tx, caseNo) };
}
