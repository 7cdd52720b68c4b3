import type { TransferOrder } from '../../bank/bank.js';
import type { Keyring } from '../../platform/keyring.js';
import { Prisma, type Tx } from '../../prisma/client.js';
import { openPayee } from '../../prisma/payee.js';

/** Whether the account of order `p` of "Payment" is still the household's, and its holder among it. */
export const payeeIsCurrent = Prisma.sql`EXISTS (
  SELECT 1 FROM "Case" c JOIN "Account" a ON a."id" = p."accountId" JOIN "Member" m ON m."id" = a."memberId"
  WHERE c."caseNo" = p."caseNo" AND a."householdId" = c."householdId" AND a."current" AND m."status" = 'present')`;

interface Page {
  /** The reference they come after. */
  readonly after?: string;
  readonly limit?: number;
}

/** Orders of a batch as the bank is told of them, by reference; each household's key is unwrapped once. */
export async function ordersOf(
  tx: Tx,
  keyring: Keyring,
  batchNo: string,
  { after = '', limit }: Page = {},
): Promise<TransferOrder[]> {
  const rows = await tx.payment.findMany({
    where: { batchNo, state: 'batched', reference: { gt: after } },
    include: { case: { select: { householdId: true, household: { select: { wrappedKey: true } } } } },
    orderBy: { reference: 'asc' },
    ...(limit !== undefined && { take: limit }),
  });
  const keys = new Map<string, Buffer>();
  return rows.map(({ case: { householdId, household }, ...row }) => {
    const key = keys.get(householdId) ?? keyring.unwrap(household.wrappedKey);
    keys.set(householdId, key);
    const { name: payeeName, account: payeeAccount } = openPayee(key, row.payeeSealed);
    const { reference, amountFen, bankName: payeeBank, remark } = row;
    return { reference, amountFen: Number(amountFen), payeeName, payeeAccount, payeeBank, remark };
  });
}
