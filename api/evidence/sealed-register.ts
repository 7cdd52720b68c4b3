import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { SealedRegister } from '../../proof/sealed-register.js';
import { publicKeysOf } from '../../proof/signing-key.js';

/** 人员、岗位和机构名册 as it stands in the log: in the order of the log, what has no place in it yet last. */
export async function sealedRegister(tx: Tx, keyring: Keyring): Promise<SealedRegister> {
  const entries = await tx.logEntry.findMany({
    where: { kind: { in: ['official', 'office', 'substitution'] } },
    orderBy: [{ index: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
  });
  return new SealedRegister(
    entries.map(({ leaf, at }) => ({ leaf, at: at.getTime() })),
    publicKeysOf(keyring.signingSeeds('acts')),
  );
}
