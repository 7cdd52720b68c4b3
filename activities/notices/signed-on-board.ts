import type { BoardActKind } from '../../domain/rules/board-acts.js';
import { BoardAct } from '../../domain/schemas/joint-notice.js';
import { Prisma } from '../../prisma/client.js';
import type { PublicationModel as Publication } from '../../prisma/generated/models.js';
import { casesIn } from '../../prisma/publications.js';
import { isSignedForMany, onBoard } from '../../proof/signed-for-many.js';
import { publicKeysOf } from '../../proof/signing-key.js';
import type { Swept } from '../sweeps/sweep.js';

/** Of some notices, by their number, what was done on the village board, where it is signed as it stands. */
export async function signedActsOf(
  { db, keyring }: Swept,
  { verdict, said }: BoardActKind,
  publications: ReadonlyMap<string, Publication>,
): Promise<Map<string, BoardAct>> {
  const signed = new Map<string, BoardAct>();
  for (const [no, { [said]: kept }] of publications) {
    const act = BoardAct.safeParse(kept).data;
    if (!act?.signed) continue;
    const what = onBoard({ no, cases: await casesIn(db, no) }, verdict, act);
    if (isSignedForMany(publicKeysOf(keyring.signingSeeds('acts')), what, act.signed)) signed.set(no, act);
  }
  return signed;
}

/** What nobody signed for, as it stands, was not done: whoever posts notices and takes them down is asked for it anew. */
export async function doAnew({ db, log }: Swept, { stage, said }: BoardActKind, publication: Publication) {
  const { no, [said]: unsigned } = publication;
  log?.warn({ no, stage }, 'nobody signed for what was done on the village board as it is: it is to be done anew');
  const posted = said === 'posting' && { postedAt: null };
  await db.publication.updateMany({
    where: { no, [said]: { equals: unsigned as Prisma.InputJsonValue } },
    data: { [said]: Prisma.DbNull, ...posted },
  });
}
