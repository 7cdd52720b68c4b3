import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { SealedRegister } from '../../proof/sealed-register.js';
import { publicKeysOf } from '../../proof/signing-key.js';

/** What each connection has read before, and the newest leaf that it had then. */
const known = new WeakMap<Tx, { readonly newest: bigint | null; readonly register: SealedRegister }>();

/**
 * 人员、岗位和机构名册 as it stands in the log: in the order of the log, what has no place in it yet last. Read anew where
 * something was logged of it since.
 */
export async function sealedRegister(tx: Tx, keyring: Keyring): Promise<SealedRegister> {
  const where: Prisma.LogEntryWhereInput = { kind: { in: ['official', 'office', 'substitution'] } };
  const newest = (await tx.logEntry.aggregate({ where, _max: { id: true } }))._max.id;
  const before = known.get(tx);
  if (before && before.newest === newest) return before.register;
  const entries = await tx.logEntry.findMany({
    where,
    orderBy: [{ index: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  const register = new SealedRegister(
    entries.map(({ leaf, at }) => ({ leaf, at: at.getTime() })),
    publicKeysOf(keyring.signingSeeds('acts')),
  );
  known.set(tx, { newest, register });
  return register;
}
