import type { PaymentState } from '../../../prisma/generated/enums.js';
import type { Db } from '../../../prisma/client.js';
import { openBatch } from '../../../prisma/payment-batches.js';
import { sealPayee, snapshotPayee } from '../../../prisma/payee.js';
import { asRegistered, type RegisteredAccount } from '../../../prisma/registered-payees.js';
import type { openCounty } from './county-at-work.js';
import { submit } from './submission.js';

type Where = Pick<Awaited<ReturnType<typeof openCounty>>, 'db' | 'keyring'>;

interface Order {
  readonly state?: PaymentState;
  /** Of the register of payees; without it, the household's. */
  readonly accountId?: string;
  readonly batchNo?: string;
  readonly amountFen?: number;
  readonly sentAt?: Date;
  readonly untold?: boolean;
  readonly returnedReason?: string;
}

/** A household's reviewed order, of a case that runs in the records alone; answers its reference. */
export async function reviewedOrder(
  { db, keyring }: Where,
  householdId: string,
  { accountId, ...order }: Order = {},
): Promise<string> {
  const caseNo = await submit(db, { programmeCode: 'beekeeping', householdId });
  const reference = `${caseNo}-P1`;
  await db.payment.create({
    data: {
      ...{ reference, caseNo, attempt: 1, amountFen: 70_000, state: 'checked', remark: '中蜂养殖补助' },
      ...{ preparedById: 'maker', documentNo: '演财农〔2026〕1号', accountCode: '2130505', ...order },
      ...(accountId === undefined
        ? await snapshotPayee(db, keyring, householdId)
        : await sealPayee(db, keyring, { caseNo, householdId }, await registered(db, accountId))),
    },
  });
  return reference;
}

const registered = async (db: Db, id: string): Promise<RegisteredAccount> =>
  asRegistered(await db.payeeAccount.findUniqueOrThrow({ where: { id }, include: { payee: true } }));

/** A batch of the rehearsal county, as the cut-off opens it. */
export const newBatch = async (db: Db): Promise<string> => await openBatch(db, '339901');

/** Where orders are, by their references. */
export async function statesOf(db: Db, references: readonly string[]): Promise<PaymentState[]> {
  const rows = await db.payment.findMany({ where: { reference: { in: [...references] } } });
  return references.map((reference) => rows.find((row) => row.reference === reference)!.state);
}

/** What is left of a test waits for no batch of another one. */
export async function cancelLeft(db: Db): Promise<void> {
  await db.payment.updateMany({ where: { state: { in: ['checked', 'batched'] } }, data: { state: 'cancelled' } });
}
