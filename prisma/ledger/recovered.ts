import type { Tx } from '../client.js';
import { heldBy } from '../commitments.js';
import { wayBack } from './late-money.js';
import { post } from './post.js';

interface Recovered {
  /** Of the receipt: booked once. */
  readonly key: string;
  readonly caseNo: string;
  readonly reference: string;
  readonly amountFen: bigint;
}

/**
 * Books money that came back under a claim: spent no longer, and available again; where its year is over, by the rule
 * of that year. What the case has spent is less by it. Must run in a transaction that holds the case.
 */
export async function recoverToFund(tx: Tx, { key, caseNo, reference, amountFen }: Recovered): Promise<void> {
  const spent = await heldBy(tx, caseNo);
  if (spent?.state !== 'spent' || spent.amountFen < amountFen)
    throw new Error(`Case ${caseNo} has not spent what is to be recovered.`);
  const { entries } = await wayBack(tx, spent.allotmentId, 'available', amountFen);
  await post(tx, { key, kind: 'recovered', caseNo, reference, entries });
  const leftFen = spent.amountFen - amountFen;
  const state = leftFen === 0n ? 'released' : 'spent';
  await tx.commitment.update({ where: { caseNo }, data: { amountFen: leftFen, state } });
}
