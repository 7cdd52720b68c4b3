import type { Tx } from '../client.js';
import { type CreditedOrder, heldBy } from '../commitments.js';
import { allotmentAccount, type AllotmentAccount, fundAccount, lockAccounts } from './accounts.js';
import { nextAllotment, nextFund } from './carry-over.js';
import { firstWith, openAllotments } from './fiscal-year.js';
import { post } from './post.js';

/**
 * Books money that came back after it was credited, once per order: by entries that compensate what was booked as
 * spent. While its year is not decided on, the case has it committed again and can be paid anew; later, by the rule of
 * its year: of a year that was carried over, the case has it committed in the year it was carried to; of a year that
 * lapsed, it goes back to its source, and the case has it committed from an allotment of this year, or waits until one
 * has enough (`commitAnew`). Must run in a transaction that holds the case.
 *
 * @throws LedgerConflict where the order came back with another content before
 */
export async function returnToFund(tx: Tx, { reference, caseNo, amountFen }: CreditedOrder): Promise<void> {
  const held = await heldBy(tx, caseNo);
  if (held?.state !== 'spent') return;
  // What was paid back under a claim meanwhile is spent no longer: reconciling the day shows the difference.
  const backFen = held.amountFen < amountFen ? held.amountFen : amountFen;
  const { entries, allotmentId } = await wayBack(tx, held.allotmentId, 'committed', backFen);
  await post(tx, { key: `${reference}/returned`, kind: 'returned', caseNo, reference, entries });
  const data =
    allotmentId === undefined ? { state: 'released' as const } : { state: 'committed' as const, allotmentId };
  await tx.commitment.update({ where: { caseNo }, data });
  if (allotmentId === undefined) await commitAnew(tx, caseNo, reference);
}

/**
 * Money of a case whose year had lapsed before it came back: committed from an allotment of this year that has enough.
 * Answers whether it is; the household's payment waits for it.
 *
 * @param reference of the order that came back
 */
export async function commitAnew(tx: Tx, caseNo: string, reference: string): Promise<boolean> {
  const held = await heldBy(tx, caseNo);
  if (held?.state !== 'released') return true;
  const { amountFen } = held;
  const row = await tx.case.findUniqueOrThrow({ where: { caseNo } });
  const ids = (await openAllotments(tx, row)).map(({ id }) => id);
  await lockAccounts(
    tx,
    ids.map((id) => allotmentAccount(id, 'available')),
  );
  const allotmentId = await firstWith(tx, ids, amountFen);
  if (allotmentId === undefined) return false;
  await tx.commitment.update({ where: { caseNo }, data: { allotmentId, state: 'committed' } });
  await post(tx, {
    ...{ key: `${reference}/committed-anew`, kind: 'committed', caseNo },
    entries: {
      [allotmentAccount(allotmentId, 'available')]: -amountFen,
      [allotmentAccount(allotmentId, 'committed')]: amountFen,
    },
  });
  return true;
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
