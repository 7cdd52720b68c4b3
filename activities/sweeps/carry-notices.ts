import type { ErrorCode } from '../../domain/errors.js';
import { BOARD_ACTS, type BoardActKind } from '../../domain/rules/board-acts.js';
import type { Act } from '../../domain/schemas/act.js';
import type { BoardAct } from '../../domain/schemas/joint-notice.js';
import { actIdOf, uuidFor } from '../../platform/digest.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { Prisma } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';
import { isAnnounced } from '../../prisma/signing-keys.js';
import { keepWords } from '../../prisma/words.js';
import { carryAct } from '../carry-act.js';
import { doAnew, signedActsOf } from '../notices/signed-on-board.js';
import type { Sweep, Swept } from './sweep.js';

const AT_ONCE = 10;

/** What is told a case only for the moment: it is asked again. */
const PASSING: readonly ErrorCode[] = ['STAGE_MOVED', 'NOTICE_RUNNING'];

/**
 * 集中公示: carries into each case of a publication that it was posted, and that it was taken down, as the act of whoever
 * did so for all of them, and signed for it. A case that is being heard has it when it comes back; one that refuses has
 * that on its entry and holds up no other. What nobody signed for is done anew; before any of it was signed, nothing is
 * carried.
 */
export const carryNotices: Sweep = async (swept, limit) => {
  if (!(await isAnnounced(swept.db, 'notices'))) return 0;
  let found = 0;
  for (const kind of BOARD_ACTS) found = Math.max(found, await carryAll(swept, kind, limit));
  return found;
};

async function carryAll(swept: Swept, kind: BoardActKind, limit: number): Promise<number> {
  const { stage, said, carried } = kind;
  const entries = await swept.db.publicationEntry.findMany({
    where: {
      ...{ [carried]: null, closedAt: null, withdrawnAt: null, refusalCode: null },
      publication: { bundleNo: { not: null }, [said]: { not: Prisma.DbNull } },
      case: { stage, running: true },
    },
    include: { publication: true, case: { select: { householdId: true } } },
    orderBy: [{ publicationNo: 'asc' }, { position: 'asc' }],
    take: limit,
  });
  const signed = await signedActsOf(swept, kind, new Map(entries.map(({ publication: one }) => [one.no, one])));
  const [failure] = await inParallel(entries, AT_ONCE, async ({ caseNo, publication, case: { householdId } }) => {
    const act = signed.get(publication.no);
    if (!act) return await doAnew(swept, kind, publication);
    const refusalCode = await carry(swept, kind, { publication, act }, { caseNo, householdId });
    if (refusalCode && PASSING.includes(refusalCode)) return;
    const where = { publicationNo_caseNo: { publicationNo: publication.no, caseNo } };
    await swept.db.publicationEntry.update({
      where,
      data: refusalCode ? { refusalCode } : { [carried]: new Date() },
    });
  });
  if (failure) throw failure;
  return entries.length;
}

interface Signed {
  readonly publication: Publication;
  readonly act: BoardAct;
}
type OfCase = { readonly caseNo: string; readonly householdId: string | null };

/** Answers with why the case refuses it. Carried again, it finds the first one. */
async function carry(
  swept: Swept,
  { stage, verdict }: BoardActKind,
  { publication: { no, countyCode }, act: { by, papers, wordsSealed } }: Signed,
  { caseNo, householdId }: OfCase,
): Promise<ErrorCode | undefined> {
  const { db, keyring } = swept;
  const actId = actIdOf(no, caseNo, stage);
  const text = openColumn(keyring.county(countyCode).key, 'noticeWords', Buffer.from(wordsSealed, 'base64'));
  const words = await keepWords(db, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text });
  const act: Act = { stage, verdict, by, papers, words };
  const code = await carryAct(swept, { caseNo, strand: 'case', actId, act });
  return code === 'NOT_FOUND' ? 'STAGE_MOVED' : code;
}
