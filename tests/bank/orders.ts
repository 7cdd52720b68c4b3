import type { BankReport, OrdersFile, ReportLine, TransferBatch, TransferOrder } from '../../bank/bank.js';
import type { Booking } from '../../bank/simulator/entries.js';
import { jsonFormat } from '../../bank/formats/json.js';

let made = 0;
const next = () => `${process.pid}-${(made += 1)}`;

/** An order nobody has sent yet. */
export function newOrder(changes: Partial<TransferOrder> = {}): TransferOrder {
  return {
    reference: `PAY-${next()}`,
    amountFen: 120_000,
    payeeName: '示例户',
    payeeAccount: '6200000000000009999',
    payeeBank: '示例农商银行',
    remark: '产业帮扶项目补助',
    ...changes,
  };
}

/** An order to an account with such an ending. */
export const newOrderTo = (ending: string): TransferOrder => newOrder({ payeeAccount: `620000000000000${ending}` });

export const newOrders = (count: number): TransferOrder[] => Array.from({ length: count }, () => newOrder());

/** A batch that nobody has sent yet. */
export const newBatch = (orders: readonly TransferOrder[] = [newOrder()]): TransferBatch => ({
  batchNo: `330127-B20261123-${next()}`,
  countyCode: '330127',
  createdAt: '2026-11-23T02:00:00.000Z',
  orders,
});

/** The file of a batch, for the simulated bank. */
export const fileOf = (batch: TransferBatch): OrdersFile => jsonFormat.fileOf(batch);
export const newFile = (...orders: TransferOrder[]): OrdersFile => fileOf(newBatch(orders.length ? orders : undefined));

export async function tell(url: string, ...faults: object[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/faults`, { method: 'POST', headers, body: JSON.stringify({ faults }) });
  if (response.status !== 204) throw new Error(`The bank did not take the faults: ${response.status}`);
}

export async function forget(url: string): Promise<void> {
  await fetch(`${url}/faults`, { method: 'DELETE' });
}

/** All that the bank ever booked. */
export async function bookings(url: string): Promise<Booking[]> {
  const all: Booking[] = [];
  for (;;) {
    const after = all.at(-1)?.line ?? 0;
    const { lines } = (await (await fetch(`${url}/bookings?after=${after}`)).json()) as { lines: Booking[] };
    if (lines.length === 0) return all;
    all.push(...lines);
  }
}

/** How often, in all, a reference was credited: the bank's own count. */
export async function credits(url: string): Promise<Map<string, number>> {
  const counts = new Map<string, number>();
  for (const { reference, says } of await bookings(url))
    if (says === 'credited') counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}

/** `reference says` of each line, in their order. */
export const wordsOf = (reports: readonly BankReport[]): string[] =>
  reports.flatMap(({ lines }) => lines.map(({ reference, says }: ReportLine) => `${reference} ${says}`));
