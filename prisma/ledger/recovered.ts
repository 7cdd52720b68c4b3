import type { Tx } from '../client.js';
import { heldBy, lessSpent } from '../commitments.js';
import { type CreditedOrder, type Spent, spentBy, spentOnClaims } from '../spending.js';
import { wayBack } from './late-money.js';
import { post } from './post.js';

interface Recovered {
  /** Booked once. */
  readonly receiptId: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/**
 * Books money that came back under a claim: of the orders that were credited, the last first, each as far as it has
 * spent, then of what was kept back for other claims. It is spent no longer, and available again; where the year of an order is over, by the rule of that year.
 * Answers whether so much is spent; otherwise nothing is booked. Must run in a transaction that holds the case.
 */
export async function recoverToFund(tx: Tx, { receiptId, caseNo, amountFen }: Recovered): Promise<boolean> {
  const held = await heldBy(tx, caseNo);
  const parts = await partsOf(tx, caseNo, amountFen);
  if (!held || parts === undefined) return false;
  for (const { key, allotmentId, fen, ...of } of parts) {
    const { entries } = await wayBack(tx, allotmentId, 'available', fen);
    await post(tx, { key: `${key}/recovered/${receiptId}`, kind: 'recovered', caseNo, ...of, entries });
  }
  await tx.commitment.update({ where: { caseNo }, data: lessSpent(held, amountFen) });
  return true;
}

type Part = Spent & Partial<Pick<CreditedOrder, 'reference'>> & { readonly key: string };

/** How an amount is divided over what a case has paid; undefined where it has not spent so much. */
async function partsOf(tx: Tx, caseNo: string, amountFen: bigint): Promise<Part[] | undefined> {
  const orders = await tx.payment.findMany({ where: { caseNo, state: 'credited' }, orderBy: { attempt: 'desc' } });
  const parts: Part[] = [];
  let leftFen = amountFen;
  const take = (part: Part) => {
    const fen = part.fen < leftFen ? part.fen : leftFen;
    if (fen > 0n) parts.push({ ...part, fen });
    leftFen -= fen;
  };
  for (const order of orders) {
    const spent = leftFen > 0n && (await spentBy(tx, order));
    if (spent) take({ ...spent, key: order.reference, reference: order.reference });
  }
  if (leftFen > 0n) for (const part of await spentOnClaims(tx, caseNo)) take(part);
  return leftFen === 0n ? parts : undefined;
}
