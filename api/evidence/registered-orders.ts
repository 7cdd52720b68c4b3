import { endOfNumber, maskName } from '../../domain/rules/masking.js';
import { countyOf } from '../../domain/rules/county-of.js';
import type { Keyring } from '../../platform/keyring.js';
import type { Prisma, Tx } from '../../prisma/client.js';
import { isSamePayee, openPayee, openRegistered, type Payee } from '../../prisma/payee.js';
import { asRegistered, type RegisteredAccount } from '../../prisma/registered-payees.js';
import { ERASED } from '../../prisma/sealed.js';
import { type Finding, shown } from '../../proof/finding.js';

const PAGE = 1_000;
const withKey = {
  select: {
    ...{ reference: true, caseNo: true, accountId: true, payeeSealed: true },
    case: { select: { household: { select: { wrappedKey: true } } } },
  },
} as const satisfies Prisma.PaymentDefaultArgs;
type Order = Prisma.PaymentGetPayload<typeof withKey>;

/**
 * 收款单位: whoever is paid from the register is paid to the account that stands there: one that was put in its place for
 * as long as an order was made is found by that order.
 */
export async function checkRegisteredOrders(tx: Tx, keyring: Keyring): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (let after = ''; ;) {
    const rows = await tx.payeeAccount.findMany({
      where: { id: { gt: after } },
      orderBy: { id: 'asc' },
      take: PAGE,
      include: { payee: true },
    });
    const registered = new Map(rows.map((row) => [row.id, asRegistered(row)]));
    for await (const order of ordersTo(tx, [...registered.keys()]))
      findings.push(...differing(keyring, order, registered.get(order.accountId)!));
    if (rows.length < PAGE) return findings;
    after = rows.at(-1)!.id;
  }
}

async function* ordersTo(tx: Tx, accountIds: string[]): AsyncGenerator<Order> {
  for (let after = ''; ;) {
    const orders = await tx.payment.findMany({
      where: { accountId: { in: accountIds }, reference: { gt: after } },
      orderBy: { reference: 'asc' },
      take: PAGE,
      ...withKey,
    });
    yield* orders;
    if (orders.length < PAGE) return;
    after = orders.at(-1)!.reference;
  }
}

function differing(keyring: Keyring, order: Order, account: RegisteredAccount): Finding[] {
  const paid = opened(() => openPayee(keyOf(keyring, order), order.payeeSealed));
  if (paid?.account === ERASED) return [];
  const proved = opened(() => openRegistered(keyring, account));
  if (paid && proved && isSamePayee(paid, proved)) return [];
  return [
    { kind: 'payeeDiffers', subject: order.reference, at: 'register', proved: inShort(proved), found: inShort(paid) },
  ];
}

const keyOf = (keyring: Keyring, { caseNo, case: { household } }: Order): Uint8Array =>
  household ? keyring.unwrap(household.wrappedKey) : keyring.county(countyOf(caseNo)).key;

/** Bytes that do not open were never sealed with this key. */
function opened(open: () => Payee): Payee | undefined {
  try {
    return open();
  } catch {
    return undefined;
  }
}

const inShort = (payee: Payee | undefined): string =>
  payee ? `${maskName(payee.name)} ${endOfNumber(payee.account)}` : shown(payee);
