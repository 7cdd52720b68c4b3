import { grouped } from '../../domain/rules/grouped.js';
import type { Tx } from '../client.js';
import { lessSpent, partsHeld, save } from '../commitments.js';
import type { CommitmentModel } from '../generated/models.js';
import { type CreditedOrder, type Spent, spentBy, spentOnClaims } from '../spending.js';
import { lessOf, lockedShares, wayBack } from './late-money.js';
import { post } from './post.js';

interface Recovered {
  /** Booked once. */
  readonly receiptId: string;
  readonly caseNo: string;
  readonly amountFen: bigint;
}

/**
 * Books money that came back under a claim: of the orders that were credited, the last first, each as far as it has
 * spent, then of what was kept back for other claims; of each part by its proportion. It is spent no longer, and
 * available again; where the year of an order is over, by the rule of that year. Answers whether so much is spent;
 * otherwise nothing is booked. Must run in a transaction that holds the case.
 */
export async function recoverToFund(tx: Tx, { receiptId, caseNo, amountFen }: Recovered): Promise<boolean> {
  const held = new Map((await partsHeld(tx, caseNo)).map((one) => [one.part, one]));
  const paid = await paidBack(tx, caseNo, amountFen);
  if (held.size === 0 || paid === undefined) return false;
  const ids = paid.flatMap(({ spent }) => spent);
  await lockedShares(tx, [...held.values()], ids);
  for (const { key, spent, ...of } of paid) {
    const entries: Record<string, bigint> = {};
    for (const { one, allotmentId, fen } of await lockedShares(tx, [...held.values()], spent)) {
      Object.assign(entries, (await wayBack(tx, allotmentId, 'available', fen)).entries);
      held.set(one.part, { ...one, ...lessSpent(one, fen) });
    }
    await post(tx, { key: `${key}/recovered/${receiptId}`, kind: 'recovered', caseNo, ...of, entries });
  }
  for (const one of held.values()) await save(tx, one, pick(one));
  return true;
}

const pick = ({ amountFen, spentFen, state }: CommitmentModel) => ({ amountFen, spentFen, state });

/** What an order, or what was kept back without one, has spent and gives back. */
interface Paid extends Partial<Pick<CreditedOrder, 'reference'>> {
  readonly key: string;
  readonly spent: readonly Spent[];
}

/** How an amount is divided over what a case has paid; undefined where it has not spent so much. */
async function paidBack(tx: Tx, caseNo: string, amountFen: bigint): Promise<Paid[] | undefined> {
  const orders = await tx.payment.findMany({ where: { caseNo, state: 'credited' }, orderBy: { attempt: 'desc' } });
  const paid: Paid[] = [];
  let leftFen = amountFen;
  const take = ({ spent, ...of }: Paid) => {
    const taken = lessOf(spent, leftFen);
    if (taken.length > 0) paid.push({ ...of, spent: taken });
    for (const { fen } of taken) leftFen -= fen;
  };
  for (const order of orders) {
    if (leftFen === 0n) break;
    take({ key: order.reference, reference: order.reference, spent: await spentBy(tx, order) });
  }
  const claims = leftFen > 0n ? grouped(await spentOnClaims(tx, caseNo), ({ key }) => key) : [];
  for (const [key, spent] of claims) take({ key, spent });
  return leftFen === 0n ? paid : undefined;
}
