import type { TransferOrder } from '../../bank/bank.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Tx } from '../../prisma/client.js';
import { openPayee } from '../../prisma/payee.js';

interface Page {
  /** The reference they come after. */
  readonly after?: string;
  readonly limit?: number;
  /** Accounts that they are made to; without it, any. */
  readonly to?: readonly string[];
}

/** Orders of a batch as the bank is told of them, by reference; each household's key is unwrapped once. */
export async function ordersOf(
  tx: Tx,
  keyring: Keyring,
  batchNo: string,
  { after = '', limit, to }: Page = {},
): Promise<TransferOrder[]> {
  const rows = await tx.payment.findMany({
    where: { batchNo, state: 'batched', reference: { gt: after }, ...(to && { accountId: { in: [...to] } }) },
    include: { case: { select: { householdId: true, countyCode: true, household: { select: { wrappedKey: true } } } } },
    orderBy: { reference: 'asc' },
    ...(limit !== undefined && { take: limit }),
  });
  const keys = new Map<string, Uint8Array>();
  return rows.map(({ case: { householdId, household, countyCode }, ...row }) => {
    const whose = householdId ?? countyCode;
    const key = keys.get(whose) ?? (household ? keyring.unwrap(household.wrappedKey) : keyring.county(countyCode).key);
    keys.set(whose, key);
    const { name: payeeName, account: payeeAccount } = openPayee(key, row.payeeSealed);
    const { reference, amountFen, bankName: payeeBank, remark } = row;
    return { reference, amountFen: Number(amountFen), payeeName, payeeAccount, payeeBank, remark };
  });
}
