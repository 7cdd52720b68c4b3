import { z } from 'zod';
import type { Db } from '../../prisma/client.js';
import type { PaymentModel } from '../../prisma/generated/models.js';
import { ledgerDifferences } from '../../prisma/ledger/differences.js';

/** What must be true of the money, whatever died: how many were looked at, and which of them are not so. */
export interface Invariant {
  readonly zh: string;
  readonly en: string;
  readonly looked: number;
  readonly findings: readonly string[];
}

/** One booking at the bank. */
const line = z.object({
  line: z.int(),
  reference: z.string(),
  amountFen: z.int(),
  says: z.enum(['credited', 'returned']),
});
export type Booking = z.infer<typeof line>;
const page = z.object({ total: z.int(), lines: z.array(line) });

/** Everything the bank has booked, by its own books: not what we were told. */
export async function bookingsAt(bankUrl: string): Promise<Booking[]> {
  const bookings: Booking[] = [];
  for (;;) {
    const after = bookings.at(-1)?.line ?? 0;
    const response = await fetch(`${bankUrl}/bookings?after=${after}`);
    const { lines } = page.parse(await response.json());
    if (lines.length === 0) return bookings;
    bookings.push(...lines);
  }
}

/** Holds the books of the bank, the orders, the cases and the ledger against each other. */
export async function invariantsOf(db: Db, bookings: readonly Booking[]): Promise<Invariant[]> {
  return [
    await ledgerIsSound(db),
    await paidAtMostApproved(db),
    creditedOncePerReference(bookings),
    await creditedWhatIsDue(db, bookings),
    await everyOrderHasItsEnd(db),
    await nothingUntold(db),
  ];
}

async function ledgerIsSound(db: Db): Promise<Invariant> {
  const looked = await db.ledgerTransaction.count();
  const findings = (await ledgerDifferences(db)).map(({ what, id, shownFen, entriesFen }) => {
    return `${what} ${id}: ${shownFen} ≠ ${entriesFen}`;
  });
  return { zh: '每笔账借贷相抵，余额与分录一致', en: 'the ledger sums to zero', looked, findings };
}

async function paidAtMostApproved(db: Db): Promise<Invariant> {
  const cases = await db.case.findMany({
    include: { payments: true, commitments: true, recovery: { include: { receipts: true } } },
  });
  const kept = await keptBack(db);
  const findings = cases.flatMap(({ caseNo, amountFen, payments, commitments, recovery }) => {
    const paid = creditedFen(payments) + recoveredFen(payments) + (kept.get(caseNo) ?? 0n);
    const back = sum(recovery?.receipts.map((receipt) => receipt.amountFen) ?? []);
    const spent = sum(commitments.map(({ spentFen }) => spentFen));
    return paid > amountFen || paid - back !== spent
      ? [`${caseNo}: paid ${paid}, back ${back}, spent ${spent}, approved ${amountFen}`]
      : [];
  });
  return { zh: '所付不超过所批，且与支出一致', en: 'paid is at most approved', looked: cases.length, findings };
}

/** What each case kept back of its payments for claims, and so is not at the bank. */
async function keptBack(db: Db): Promise<ReadonlyMap<string, bigint>> {
  const entries = await db.ledgerEntry.findMany({
    where: { transaction: { kind: 'setOff' }, account: { kind: 'spent' } },
    include: { transaction: true },
  });
  const kept = new Map<string, bigint>();
  for (const { amountFen, transaction } of entries) {
    const caseNo = transaction.caseNo!;
    kept.set(caseNo, (kept.get(caseNo) ?? 0n) + amountFen);
  }
  return kept;
}

function creditedOncePerReference(bookings: readonly Booking[]): Invariant {
  const credits = bookings.filter(({ says }) => says === 'credited').map(({ reference }) => reference);
  const twice = credits.filter((reference, index) => credits.indexOf(reference) !== index);
  return {
    ...{ zh: '银行对每个指令号至多入账一次', en: 'at most one credit per reference at the bank' },
    ...{ looked: credits.length, findings: twice },
  };
}

async function creditedWhatIsDue(db: Db, bookings: readonly Booking[]): Promise<Invariant> {
  const cases = await db.case.findMany({ where: { payments: { some: {} } }, include: { payments: true } });
  const kept = await keptBack(db);
  const findings = cases.flatMap(({ caseNo, outcome, amountFen, payments }) => {
    const own = bookings.filter(({ reference }) => reference.startsWith(`${caseNo}-P`));
    const credited = sum(own.map((booking) => BigInt(booking.says === 'credited' ? booking.amountFen : 0)));
    const returned = sum(own.map((booking) => returnOfCredit(booking, own)));
    const isCompleted = (outcome as { kind?: string } | null)?.kind === 'completed';
    const due = isCompleted ? amountFen - (kept.get(caseNo) ?? 0n) : creditedFen(payments) + recoveredFen(payments);
    return credited - returned === due ? [] : [`${caseNo}: ${credited} − ${returned} ≠ ${due}`];
  });
  return { zh: '银行净入账等于各户应得', en: 'net credits are what is due', looked: cases.length, findings };
}

/** What of a case's instalments is on the household's account, by our own records. */
const creditedFen = (payments: readonly PaymentModel[]): bigint =>
  sum(payments.filter(({ state }) => state === 'credited').map(({ amountFen }) => amountFen));

/** The same of orders of which all was claimed back since. */
const recoveredFen = (payments: readonly PaymentModel[]): bigint =>
  sum(payments.filter(({ state }) => state === 'recovered').map(({ amountFen }) => amountFen));

/** Money that was returned before it was ever credited takes nothing off. */
function returnOfCredit({ reference, says, amountFen }: Booking, own: readonly Booking[]): bigint {
  const wasCredited = own.some((other) => other.reference === reference && other.says === 'credited');
  return says === 'returned' && wasCredited ? BigInt(amountFen) : 0n;
}

async function everyOrderHasItsEnd(db: Db): Promise<Invariant> {
  const payments = await db.payment.findMany({ include: { case: { include: { tasks: true } } } });
  const settled = ['credited', 'returned', 'reissued', 'cancelled', 'recovered'];
  const open = payments.filter(({ state, case: row }) => {
    return !settled.includes(state) && !row.tasks.some(({ closedAt }) => closedAt === null);
  });
  const told = new Set(
    (await db.discrepancy.findMany({ where: { reference: { not: null } } })).map((d) => d.reference),
  );
  const findings = open
    .filter(({ reference }) => !told.has(reference))
    .map((order) => `${order.reference}: ${order.state}`);
  return {
    ...{ zh: '每笔指令都有终局，或有人在办', en: 'every order has its end, or is at a task' },
    ...{ looked: payments.length, findings },
  };
}

async function nothingUntold(db: Db): Promise<Invariant> {
  const running = await db.case.findMany({ where: { payments: { some: { state: 'credited' } } } });
  const findings = running.filter((row) => row.running).map(({ caseNo, stage }) => `${caseNo}: ${stage}`);
  return {
    ...{ zh: '到账的办件都已办结', en: 'every paid case has come to its end' },
    ...{ looked: running.length, findings },
  };
}

const sum = (amounts: readonly bigint[]): bigint => amounts.reduce((total, amount) => total + amount, 0n);
