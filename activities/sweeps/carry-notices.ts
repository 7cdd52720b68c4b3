import type { ErrorCode } from '../../domain/errors.js';
import type { Act } from '../../domain/schemas/act.js';
import { BoardAct } from '../../domain/schemas/joint-notice.js';
import { actIdOf, uuidFor } from '../../platform/digest.js';
import { inParallel } from '../../platform/in-parallel.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { Prisma } from '../../prisma/client.js';
import { openColumn } from '../../prisma/sealed.js';
import { keepWords } from '../../prisma/words.js';
import { carryAct } from '../carry-act.js';
import type { Sweep, Swept } from './sweep.js';

const AT_ONCE = 10;

/** Where the act on a publication is carried to, and by which columns it is kept. */
const ACTS = [
  { stage: 'noticePosting', verdict: 'posted', said: 'posting', carried: 'postedAt' },
  { stage: 'publicNotice', verdict: 'takenDown', said: 'takingDown', carried: 'takenDownAt' },
] as const;

/** What is told a case only for the moment: it is asked again. */
const PASSING: readonly ErrorCode[] = ['STAGE_MOVED', 'NOTICE_RUNNING'];

/**
 * 集中公示: carries into each case of a publication that it was posted, and that it was taken down, as the act of whoever
 * did so for all of them. A case that is being heard has it when it comes back; one that refuses has that on its entry
 * and holds up no other.
 */
export const carryNotices: Sweep = async (swept, limit) => {
  let found = 0;
  for (const act of ACTS) {
    const { stage, carried } = act;
    const entries = await swept.db.publicationEntry.findMany({
      where: {
        ...{ [carried]: null, closedAt: null, withdrawnAt: null, refusalCode: null },
        ...{
          publication: { bundleNo: { not: null }, [act.said]: { not: Prisma.DbNull } },
          case: { stage, running: true },
        },
      },
      include: { publication: true, case: { select: { householdId: true } } },
      orderBy: [{ publicationNo: 'asc' }, { position: 'asc' }],
      take: limit,
    });
    const [failure] = await inParallel(entries, AT_ONCE, async ({ caseNo, publication, case: { householdId } }) => {
      const refusalCode = await carry(swept, act, publication, { caseNo, householdId });
      if (refusalCode && PASSING.includes(refusalCode)) return;
      const where = { publicationNo_caseNo: { publicationNo: publication.no, caseNo } };
      await swept.db.publicationEntry.update({
        where,
        data: refusalCode ? { refusalCode } : { [carried]: new Date() },
      });
    });
    if (failure) throw failure;
    found = Math.max(found, entries.length);
  }
  return found;
};

type OfCase = { readonly caseNo: string; readonly householdId: string | null };

/** Answers with why the case refuses it. Carried again, it finds the first one. */
async function carry(
  swept: Swept,
  { stage, verdict, said }: (typeof ACTS)[number],
  publication: Publication,
  { caseNo, householdId }: OfCase,
): Promise<ErrorCode | undefined> {
  const { db, keyring } = swept;
  const actId = actIdOf(publication.no, caseNo, stage);
  const { by, papers, wordsSealed } = BoardAct.parse(publication[said]);
  const { key } = keyring.county(publication.countyCode);
  const text = openColumn(key, 'noticeWords', Buffer.from(wordsSealed, 'base64'));
  const words = await keepWords(db, keyring, { id: uuidFor(actId, 'words'), householdId, caseNo, text });
  const act: Act = { stage, verdict, by, papers, words };
  const code = await carryAct(swept, { caseNo, strand: 'case', actId, act });
  return code === 'NOT_FOUND' ? 'STAGE_MOVED' : code;
}
