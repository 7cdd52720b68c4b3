import type { LeafOf, RegisterLeaf } from '../domain/schemas/leaf.js';
import type { Db, Tx } from './client.js';
import { lockLog, log } from './log-entries.js';
import { registerNow } from './register-now.js';

/** Puts the API's signature under a leaf of the register. */
export type SignLeaf = <L extends RegisterLeaf>(leaf: L) => L;

/**
 * 人员、岗位和机构名册: logs, in the transaction of the change, whoever was changed in it and nobody else. What was written
 * into the tables by other means is never logged: it stays a difference.
 */
export async function logRegister(
  tx: Tx,
  sign: SignLeaf,
  changed: readonly LeafOf<'official' | 'office'>[],
): Promise<void> {
  const [{ now }] = await tx.$queryRaw<[{ now: Date }]>`SELECT clock_timestamp() AS now`;
  await log(tx, ...changed.map((leaf) => sign({ ...leaf, at: now.toISOString() })));
}

/**
 * Takes the register as it stands, once: where the log has none that the API has signed. That is the first start of an
 * installation, whose first officials are rows, or of one from before the register was signed.
 */
export async function beginRegister(db: Db, sign: SignLeaf): Promise<void> {
  await db.$transaction(async (tx) => {
    await lockLog(tx);
    const begun = await tx.logEntry.findFirst({
      where: { kind: { in: ['official', 'office'] }, leaf: { contains: '"signature":{' } },
      orderBy: { id: 'asc' },
    });
    if (!begun) await logRegister(tx, sign, await registerNow(tx));
  });
}
