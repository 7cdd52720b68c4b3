import type { OrdersFile } from '../../bank/bank.js';
import type { Keyring } from '../../platform/keyring.js';
import { bytesOf } from '../../prisma/bank-files.js';
import type { Tx } from '../../prisma/client.js';

/** The file of a batch, as it may have left the house: the same bytes for good. */
export async function sentFile(tx: Tx, keyring: Keyring, batchNo: string): Promise<OrdersFile> {
  const kept = await tx.bankFile.findFirstOrThrow({ where: { batchNo, kind: 'orders' } });
  return { name: kept.name, bytes: bytesOf(keyring, kept) };
}
