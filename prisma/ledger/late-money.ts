import { inProportion } from '../../domain/rules/funding.js';
import type { Tx } from '../client.js';
import { lessSpent, partsHeld, save, unspentFen } from '../commitments.js';
import type { CommitmentModel } from '../generated/models.js';
import { type CreditedOrder, type Spent, spentBy } from '../spending.js';
import { allotmentAccount, type AllotmentAccount, fundAccount, lockAccounts } from './accounts.js';
import { nextAllotment, nextFund } from './carry-over.js';
import { firstWith, openAllotments } from './fiscal-year.js';
import { post } from './post.js';

/**
 * Books money that came back after it was credited, once per order: by entries that compensate what the order had spent.
 * While its year is not decided on, the case has it committed again and can be paid anew; later, by the rule of its
 * year: of a year that was carried over, the case has it committed in the year it was carried to; of a year that lapsed,
 * it goes back to its source, and the case has it committed from an allotment of this year, or waits until one has
 * enough (`commitAnew`). Must run in a transaction that holds the case.
 */
export async function returnToFund(tx: Tx, order: CreditedOrder): Promise<void> {
  const { reference, caseNo, amountFen } = order;
  const held = await partsHeld(tx, caseNo);
  const spent = await spentBy(tx, order);
  if (held.length === 0 || spent.length === 0) return;
  // What was paid back under a claim meanwhile is spent no longer: reconciling the day shows the difference.
  const backs = await lockedShares(tx, held, lessOf(spent, amountFen));
  const entries: Record<string, bigint> = {};
  for (const { one, allotmentId, fen } of backs) {
    const back = await wayBack(tx, allotmentId, 'committed', fen);
    const isBack = back.allotmentId !== undefined && isBeside(one, back.allotmentId);
    const lapsed = back.allotmentId === undefined;
    Object.assign(entries, (isBack || lapsed ? back : await wayBack(tx, allotmentId, 'available', fen)).entries);
    const { spentFen, waitingFen } = one;
    const committed = { allotmentId: back.allotmentId!, state: 'committed', spentFen: spentFen - fen } as const;
    await save(tx, one, isBack ? committed : { ...lessSpent(one, fen), waitingFen: waitingFen + fen });
  }
  await post(tx, { key: `${reference}/returned`, kind: 'returned', caseNo, reference, entries });
  await commitAnew(tx, caseNo);
}

/** So much of what was spent, or all of it, by its proportion. */
export function lessOf(spent: readonly Spent[], amountFen: bigint): Spent[] {
  const fens = spent.map(({ fen }) => fen);
  const allFen = fens.reduce((sum, fen) => sum + fen, 0n);
  const parts = inProportion(amountFen < allFen ? amountFen : allFen, fens);
  return spent.map((one, place) => ({ ...one, fen: parts[place]! })).filter(({ fen }) => fen > 0n);
}

/** The parts of a case that shares were spent of; the accounts of their allotments locked at once. */
export async function lockedShares(tx: Tx, held: readonly CommitmentModel[], spent: readonly Spent[]) {
  const ids = spent.map(({ allotmentId }) => allotmentId);
  await lockAccounts(
    tx,
    ids.map((id) => allotmentAccount(id, 'spent')),
  );
  const allotments = await tx.allotment.findMany({ where: { id: { in: ids } }, include: { fund: true } });
  return spent.map((share) => {
    const source = allotments.find(({ id }) => id === share.allotmentId)!.fund.source;
    return { ...share, one: held.find(({ part }) => part === 'whole' || part === source)! };
  });
}

/** Whether what comes back to an allotment can lie beside what the case has committed: of one allotment at a time. */
const isBeside = (held: CommitmentModel, allotmentId: string): boolean =>
  unspentFen(held) === 0n || (held.state === 'committed' && held.allotmentId === allotmentId);

/**
 * Money of a case whose year had lapsed before it came back: committed from an allotment of this year that has enough,
 * together with what the case has committed besides; each part by itself. Answers whether all of it is; the household's
 * payment waits for it.
 */
export async function commitAnew(tx: Tx, caseNo: string): Promise<boolean> {
  const waiting = (await partsHeld(tx, caseNo)).filter(({ waitingFen }) => waitingFen > 0n);
  if (waiting.length === 0) return true;
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const open = await Promise.all(
    waiting.map(async ({ part }) => (await openAllotments(tx, row, part)).map(({ id }) => id)),
  );
  await lockAccounts(
    tx,
    [...open.flat(), ...waiting.map(({ allotmentId }) => allotmentId)].map((id) => allotmentAccount(id, 'available')),
  );
  let all = true;
  for (const [place, one] of waiting.entries()) all = (await commitPartAnew(tx, one, open[place]!)) && all;
  return all;
}

async function commitPartAnew(tx: Tx, held: CommitmentModel, ids: readonly string[]): Promise<boolean> {
  if (held.state === 'reserved') return false;
  const { caseNo, waitingFen, amountFen } = held;
  const restFen = unspentFen(held);
  const own = restFen > 0n ? ids.filter((id) => id === held.allotmentId) : [];
  const allotmentId = (await firstWith(tx, own, waitingFen)) ?? (await firstWith(tx, ids, waitingFen + restFen));
  if (allotmentId === undefined) return false;
  await save(tx, held, { allotmentId, state: 'committed', amountFen: amountFen + waitingFen, waitingFen: 0n });
  const earlier = await tx.ledgerTransaction.count({ where: { caseNo, kind: 'committed' } });
  const movedFen = allotmentId === held.allotmentId ? 0n : restFen;
  await post(tx, {
    ...{ key: `${caseNo}/committed-anew/${earlier + 1}`, kind: 'committed', caseNo },
    entries: {
      ...(movedFen > 0n && {
        [allotmentAccount(held.allotmentId, 'committed')]: -movedFen,
        [allotmentAccount(held.allotmentId, 'available')]: movedFen,
      }),
      [allotmentAccount(allotmentId, 'available')]: -(waitingFen + movedFen),
      [allotmentAccount(allotmentId, 'committed')]: waitingFen + movedFen,
    },
  });
  return true;
}

/** What came back of an order that had been credited, fen: it is committed again, or waits to be. */
export async function cameBackFen(tx: Tx, reference: string): Promise<bigint> {
  const where = { transactionKey: `${reference}/returned`, account: { kind: 'spent' } } as const;
  const { _sum } = await tx.ledgerEntry.aggregate({ where, _sum: { amountFen: true } });
  return -(_sum.amountFen ?? 0n);
}

/** Where money goes that is spent no longer: its entries, and the allotment that has it; none where it has lapsed. */
interface WayBack {
  readonly entries: Readonly<Record<string, bigint>>;
  readonly allotmentId?: string;
}

/**
 * The way of money back to `kind` of the allotment that it was spent from; where its year is decided on, by the rule
 * of that year, and of the one after it, if that is decided on too. No decision can come between: what it would move is
 * locked before one is looked for.
 */
export async function wayBack(
  tx: Tx,
  spentFrom: string,
  kind: Extract<AllotmentAccount, 'available' | 'committed'>,
  amountFen: bigint,
): Promise<WayBack> {
  const entries: Record<string, bigint> = { [allotmentAccount(spentFrom, 'spent')]: -amountFen };
  for (let allotmentId = spentFrom; ;) {
    await lockAccounts(tx, [allotmentAccount(allotmentId, kind)]);
    const { fund, ...allotment } = await tx.allotment.findUniqueOrThrow({
      where: { id: allotmentId },
      include: { fund: { include: { yearEnd: true } } },
    });
    const { yearEnd, ...ofYear } = fund;
    if (!yearEnd?.decision) {
      entries[allotmentAccount(allotmentId, kind)] = amountFen;
      return { entries, allotmentId };
    }
    entries[fundAccount(fund.id, yearEnd.decision === 'lapse' ? 'lapsed' : 'carriedOver')] = amountFen;
    if (yearEnd.decision === 'lapse') return { entries };
    const by = { documentNo: yearEnd.documentNo! };
    const next = await nextAllotment(tx, allotment, await nextFund(tx, ofYear, 0n, by), 0n, by);
    entries[fundAccount(next.fundId, 'source')] = -amountFen;
    allotmentId = next.id;
  }
}
