import { BOARD_ACTS, type BoardActKind } from '../../domain/rules/board-acts.js';
import { rolesAt } from '../../domain/rules/matters.js';
import { boundAs } from '../../domain/rules/substitution.js';
import type { Actor } from '../../domain/schemas/act.js';
import type { BoardAct, OnBoard } from '../../domain/schemas/joint-notice.js';
import { decisionText } from '../../domain/texts/decision-text.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Db, Tx } from '../../prisma/client.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { sealColumn } from '../../prisma/sealed.js';
import { found, invalid, Refused } from '../problem.js';
import { withinArea } from '../queries/visible.js';
import { actorAt, type OfficialWho, postAt } from '../who.js';
import { mustBeFree } from './matter.js';
import { signedOnBoard } from './sign-notices.js';

interface OnNotice {
  readonly no: string;
  readonly stage: BoardActKind['stage'];
  readonly said: OnBoard;
  readonly takenOver: boolean;
}

/**
 * 集中公示: posted, or taken down, once for all cases of a notice; a sweep carries it into each of them. Whoever is
 * related to one of the households does neither, nor whoever stands in for him.
 *
 * @throws Refused NOT_FOUND, OUT_OF_AREA, NOT_AWAITED, KIN, BUNDLE_MOVED, NOTICE_RUNNING, TASK_TAKEN, INVALID_INPUT
 */
export async function actOnBoard(
  { db, keyring }: { db: Db; keyring: Keyring },
  who: OfficialWho,
  { no, stage, said, takenOver }: OnNotice,
): Promise<void> {
  await db.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Publication" WHERE "no" = ${no} FOR UPDATE`;
    const row = found(await tx.publication.findUnique({ where: { no } }));
    if (row.bundleNo === null) throw new Refused('NOT_FOUND');
    withinArea(who, row.areaCode);
    const { said: column, verdict } = BOARD_ACTS.find((one) => one.stage === stage)!;
    if (row[column] !== null) {
      if (takenOver && (row[column] as BoardAct).by.id === who.id) return;
      throw new Refused('BUNDLE_MOVED');
    }
    const now = await databaseNow(tx);
    if (stage === 'publicNotice') mustBeOver(row, now);
    const openedAt = stage === 'noticePosting' ? row.publishedAt : row.postedAt!;
    await mustBeFree(tx, who, { kind: 'jointNotice', no, stage, openedAt });
    if (!postAt(who, rolesAt(stage), row.areaCode)) throw new Refused('NOT_AWAITED');
    const by = actorAt(who, stage, row.areaCode);
    await mustBeNoKin(tx, by, no);
    const act = await signedOnBoard(tx, keyring, { no, verdict }, await boardActOf(tx, keyring, by, row, said));
    const data = { [column]: act, ...(stage === 'noticePosting' && { postedAt: now }) };
    await tx.publication.update({ where: { no }, data });
  });
}

function mustBeOver({ posting, closesAt }: Publication, now: Date): void {
  if (posting === null) throw new Refused('BUNDLE_MOVED');
  if (closesAt === null || now < closesAt) throw new Refused('NOTICE_RUNNING');
}

async function mustBeNoKin(tx: Tx, by: Actor, publicationNo: string): Promise<void> {
  const inNotice = { cases: { some: { publications: { some: { publicationNo, withdrawnAt: null } } } } };
  const kin = { officialId: { in: boundAs(by) }, household: inNotice };
  if ((await tx.kinship.count({ where: kin })) > 0) throw new Refused('KIN');
}

async function boardActOf(
  tx: Tx,
  keyring: Keyring,
  by: Actor,
  { bundleNo, countyCode }: Publication,
  { paperIds, ...said }: OnBoard,
): Promise<BoardAct> {
  const papers = await tx.bundlePaper.findMany({ where: { id: { in: [...paperIds] }, bundleNo: bundleNo! } });
  const digests = new Map(papers.map(({ id, sha256 }) => [id, sha256]));
  const missing = paperIds.flatMap((id, index) => (digests.has(id) ? [] : [notUploaded(index)]));
  if (missing.length > 0) throw invalid(missing);
  const text = decisionText(said) ?? '';
  const wordsSealed = sealColumn(keyring.county(countyCode).key, 'noticeWords', text).toString('base64');
  return { by, papers: paperIds.map((id) => digests.get(id)!), wordsSealed };
}

const notUploaded = (index: number) => ({
  field: `paperIds.${index}`,
  zh: '请先上传该照片',
  en: 'Upload this photograph first',
});

async function databaseNow(tx: Tx): Promise<Date> {
  const [row] = await tx.$queryRaw<[{ now: Date }]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  return row.now;
}
