import type { TransferOrder } from '../../bank/bank.js';
import type { StatementLine } from '../../bank/simulator/messages.js';

let made = 0;

/** An order nobody has sent yet. */
export function newOrder(changes: Partial<TransferOrder> = {}): TransferOrder {
  made += 1;
  return {
    reference: `PAY-${process.pid}-${made}`,
    amountFen: 120_000,
    payeeName: '示例户',
    payeeAccount: '6200000000000009999',
    payeeBank: '示例农商银行',
    remark: '产业帮扶项目补助',
    ...changes,
  };
}

export async function tell(url: string, ...faults: object[]): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(`${url}/faults`, { method: 'POST', headers, body: JSON.stringify({ faults }) });
  if (response.status !== 204) throw new Error(`The bank did not take the faults: ${response.status}`);
}

/** How often, in all, a reference was credited: the bank's own count. */
export async function credits(url: string): Promise<Map<string, number>> {
  const { lines } = (await (await fetch(`${url}/credits`)).json()) as { lines: StatementLine[] };
  const counts = new Map<string, number>();
  for (const { reference } of lines) counts.set(reference, (counts.get(reference) ?? 0) + 1);
  return counts;
}
