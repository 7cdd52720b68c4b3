import type { Tx } from '../../prisma/client.js';
import { whyNotPayable } from '../../prisma/ledger/year-end.js';
import { Refused } from '../problem.js';

/** Whether an order may be made for a case, as far as its money goes. @throws Refused YEAR_CLOSED, ALLOTMENT_LOW */
export async function mustBePayable(tx: Tx, caseNo: string): Promise<void> {
  const code = await whyNotPayable(tx, caseNo);
  if (code) throw new Refused(code);
}
