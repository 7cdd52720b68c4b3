import { GrowingTree, leafHash } from '../../proof/merkle.js';
import { signHead as signNote } from '../../proof/tree-head.js';
import { signerFrom } from '../../proof/signing-key.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { headLetter } from '../../domain/texts/proof.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { Tx } from '../../prisma/client.js';
import { lockLog } from '../../prisma/log-entries.js';
import { enqueue } from '../../prisma/outbox.js';
import type { Sealing } from './sealing.js';

const PAGE = 5000;

/**
 * Signs the head of the log, publishes it and mails it to the auditors, once a day where anything was added. It goes on
 * from the last one: what was changed behind it does not find its way into a head. Answers whether it signed one.
 */
export async function signDailyHead(sealing: Sealing): Promise<boolean> {
  const last = await sealing.db.treeHead.findFirst({ orderBy: { size: 'desc' } });
  if (last && shanghaiDate(last.at.getTime()) === shanghaiDate(Date.now())) return false;
  return await signHead(sealing);
}

/** Signs a head now. Answers false where nothing was added since the last one. */
export async function signHead({ db, keyring, origin }: Pick<Sealing, 'db' | 'keyring' | 'origin'>): Promise<boolean> {
  return await db.$transaction(async (tx) => {
    await lockLog(tx);
    const last = await tx.treeHead.findFirst({ orderBy: { size: 'desc' } });
    const tree = new GrowingTree(Number(last?.size ?? 0), last?.peaks);
    const before = tree.size;
    await grow(tx, tree);
    if (tree.size === before) return false;
    const head = { origin, size: tree.size, root: tree.root().toString('hex'), at: Date.now() };
    const note = signNote(head, signerFrom(keyring.signingSeed('heads')));
    await tx.treeHead.create({
      data: { size: BigInt(head.size), root: head.root, note, peaks: tree.peaks, at: new Date(head.at) },
    });
    await mailHead(tx, keyring, head.size, note);
    return true;
  });
}

async function grow(tx: Tx, tree: GrowingTree): Promise<void> {
  for (;;) {
    const rows = await tx.logEntry.findMany({
      where: { index: { gte: BigInt(tree.size) } },
      orderBy: { index: 'asc' },
      take: PAGE,
      select: { leaf: true, index: true },
    });
    for (const { leaf, index } of rows) {
      // What follows a gap is not signed: something was taken out of the log.
      if (Number(index) !== tree.size) return;
      tree.add(leafHash(leaf));
    }
    if (rows.length < PAGE) return;
  }
}

/** From then on nobody can change what is before the head unnoticed. */
async function mailHead(tx: Tx, keyring: Sealing['keyring'], size: number, note: string): Promise<void> {
  const auditors = await tx.official.findMany({
    where: { roles: { has: 'auditor' }, active: true, email: { not: null } },
  });
  for (const { id, email, areaCode } of auditors) {
    await enqueue(tx, keyring, {
      ...{ dedupeKey: `head/${size}/${id}`, channel: 'mail', countyCode: countyOf(areaCode), to: email! },
      ...headLetter(note),
    });
  }
}
