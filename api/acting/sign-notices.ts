import { BOARD_ACTS, type BoardActKind } from '../../domain/rules/board-acts.js';
import { BoardAct } from '../../domain/schemas/joint-notice.js';
import type { Keyring } from '../../platform/keyring.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import { casesIn } from '../../prisma/publications.js';
import { onBoard, signForMany } from '../../proof/signed-for-many.js';
import { actsSigner } from './acts-signer.js';

/** 张榜, 取下: the act as the row keeps it, signed for the cases of its notice. */
export async function signedOnBoard(
  tx: Tx,
  keyring: Keyring,
  { no, verdict }: { readonly no: string; readonly verdict: BoardActKind['verdict'] },
  act: BoardAct,
): Promise<BoardAct> {
  const what = onBoard({ no, cases: await casesIn(tx, no) }, verdict, act);
  return { ...act, signed: signForMany(actsSigner(keyring), what) };
}

/** What was done on the village board before that was signed, and is still to be carried into a case: as it stands. */
export async function signStandingNotices(tx: Tx, keyring: Keyring): Promise<void> {
  for (const { verdict, said, carried } of BOARD_ACTS) {
    const left = { [carried]: null, closedAt: null, withdrawnAt: null, refusalCode: null };
    const rows = await tx.publication.findMany({
      where: { bundleNo: { not: null }, [said]: { not: Prisma.DbNull }, entries: { some: left } },
      orderBy: { no: 'asc' },
    });
    for (const { no, [said]: act } of rows) {
      const data = { [said]: await signedOnBoard(tx, keyring, { no, verdict }, BoardAct.parse(act)) };
      await tx.publication.update({ where: { no }, data });
    }
  }
}
