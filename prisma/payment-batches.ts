import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';
import { onHold } from './holds.js';
import { yearUndecided } from './ledger/year-end.js';
import { nextSerial } from './serials.js';

/** Counties that have reviewed orders which nothing holds, not even the end of their year. */
export async function countiesToPay(tx: Tx): Promise<string[]> {
  const rows = await tx.$queryRaw<{ countyCode: string }[]>`
    SELECT DISTINCT k."countyCode" FROM "Payment" p JOIN "Case" k USING ("caseNo")
    WHERE p."state" = 'checked' AND NOT ${onHold} AND NOT ${yearUndecided} ORDER BY k."countyCode"`;
  return rows.map(({ countyCode }) => countyCode);
}

/** One batch after the other is opened in a county: who asks holds it until his transaction ends. */
export async function lockBatchesOf(tx: Tx, countyCode: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "County" WHERE "code" = ${countyCode} FOR NO KEY UPDATE`;
}

/** Who sends a batch before the cut-off, and by which act. */
interface Sender {
  readonly createdById: string;
  readonly actId: string;
}

/** A new batch of a county, `330127-B20261123-1`; a worker fills it. Without a sender it is one of the cut-off. */
export async function openBatch(tx: Tx, countyCode: string, sender?: Sender): Promise<string> {
  const date = shanghaiDate(Date.now()).replaceAll('-', '');
  const no = `${countyCode}-B${date}-${await nextSerial(tx, `batch/${countyCode}/${date}`)}`;
  await tx.paymentBatch.create({ data: { no, countyCode, ...sender } });
  return no;
}
