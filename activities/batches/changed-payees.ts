import { accountFor, isOfRegister, payingOf, receiverOf } from '../../domain/rules/payee.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { type RegisteredAccount, registeredAccounts } from '../../prisma/registered-payees.js';
import { programmeVersion } from '../../prisma/rules-in-force.js';

const withPayee = {
  select: {
    reference: true,
    accountId: true,
    case: {
      select: {
        ...{ caseNo: true, countyCode: true, areaCode: true, entitlementNo: true, payeeId: true },
        rentMonths: true,
        programmeDigest: true,
        input: true,
        household: {
          select: {
            members: { select: { id: true, status: true }, orderBy: { position: 'asc' } },
            accounts: { select: { id: true, memberId: true, numberHash: true, current: true, since: true } },
          },
        },
      },
    },
  },
} satisfies Prisma.PaymentDefaultArgs;
type Order = Prisma.PaymentGetPayload<typeof withPayee>;

/**
 * Orders of a batch that would be made to another account now, or whose account's holder has left the household or died
 * without anybody having decided that it is paid to.
 */
export async function changedPayees(tx: Tx, batchNo: string): Promise<string[]> {
  const orders = await tx.payment.findMany({ where: { batchNo, state: 'batched' }, ...withPayee });
  const programmes = await programmesOf(tx, orders);
  const programmeOf = ({ case: row }: Order) => payingOf(programmes.get(row.programmeDigest)!, row.rentMonths);
  const registered = await registeredAccounts(
    tx,
    orders.map((order) => ({ ...order.case, programme: programmeOf(order) })),
  );
  const decided = await decidedAccounts(tx);
  const changed = orders.filter((order) => {
    const account = registered.get(order.case.caseNo);
    return account ? isAnother(order, account) : isChanged(order, programmeOf(order), decided);
  });
  return changed.map(({ reference }) => reference);
}

const isAnother = ({ accountId }: Order, { account }: RegisteredAccount): boolean => account.id !== accountId;

function isChanged(
  { accountId, case: row }: Order,
  { payTo: to = 'head' }: Programme,
  decided: ReadonlySet<string>,
): boolean {
  // Whom of the register it paid is paid no longer.
  if (!row.household || isOfRegister(to)) return true;
  const { members, accounts } = row.household;
  const { personId } = row.input as { personId?: string };
  const candidates = accounts.map((account) => ({
    ...{ account, holderId: account.memberId, current: account.current, since: account.since.getTime() },
  }));
  const account = accountFor(to, receiverOf(to, members[0]!.id, personId), candidates)?.account;
  if (account?.id !== accountId) return true;
  const isPresent = members.find(({ id }) => id === account.memberId)?.status === 'present';
  return !isPresent && !decided.has(account.numberHash);
}

async function programmesOf(tx: Tx, orders: readonly Order[]): Promise<Map<string, Programme>> {
  const digests = [...new Set(orders.map((order) => order.case.programmeDigest))];
  const versions = await Promise.all(digests.map((digest) => programmeVersion(tx, digest)));
  return new Map(digests.map((digest, index) => [digest, versions[index]!]));
}

/** Accounts of which somebody decided that they are paid to although they are not the receiver's. */
async function decidedAccounts(tx: Tx): Promise<Set<string>> {
  const rows = await tx.hold.findMany({
    where: { kind: 'account', reasonCode: 'NOT_THE_HEADS_ACCOUNT', byId: null, liftedAt: { not: null } },
    select: { subject: true },
  });
  return new Set(rows.map(({ subject }) => subject));
}
