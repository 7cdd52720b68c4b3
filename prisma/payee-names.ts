import type { Tx } from './client.js';
import type { PayeeModel } from './generated/models.js';

/** Whose of the register of payees accounts are; undefined for one that is a household's. */
export async function payeesBehind(
  tx: Tx,
  accountIds: readonly string[],
): Promise<(accountId: string) => PayeeModel | undefined> {
  const rows = await tx.payeeAccount.findMany({ where: { id: { in: [...accountIds] } }, include: { payee: true } });
  const payees = new Map(rows.map(({ id, payee }) => [id, payee]));
  return (accountId) => payees.get(accountId);
}
