import type { Tx } from './client.js';
import type { RestoreModel as Restore } from './generated/models.js';

/** The restore that nobody has signed for yet; undefined in ordinary times. */
export async function openRestore(tx: Tx): Promise<Restore | undefined> {
  return (await tx.restore.findFirst({ where: { signedOffAt: null } })) ?? undefined;
}

/** Notes that something was restored, once; from now on nothing is started, paid or mailed. */
export async function noteRestore(tx: Tx): Promise<Restore> {
  // The promise "one is open" is an index of its own: whoever comes second finds the first one's row.
  await tx.$executeRaw`INSERT INTO "Restore" ("id") VALUES (gen_random_uuid()) ON CONFLICT DO NOTHING`;
  return await tx.restore.findFirstOrThrow({ where: { signedOffAt: null } });
}

/** The same; and what was compared before is to be compared again: until then no worker does anything. */
export async function beginRestore(tx: Tx): Promise<Restore> {
  const { id } = await noteRestore(tx);
  return await tx.restore.update({ where: { id }, data: { comparedAt: null } });
}
