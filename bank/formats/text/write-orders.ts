import { sumFen } from '../../../domain/rules/fen.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { OrdersFile, TransferBatch, TransferOrder } from '../../bank.js';
import { OrderUnfit } from '../../order-unfit.js';
import { amountText } from './amounts.js';
import { encode, lineEndOf, unfitFor } from './encoding.js';
import type { ControlColumn, OrderColumn, TextLayout } from './layout.js';

/** What every line of a file may need. */
interface Filing {
  readonly layout: TextLayout;
  readonly batch: TransferBatch;
  /** `20261123`, Asia/Shanghai. */
  readonly day: string;
}

/** The batch as a text file: one line an order, and the control line. The same batch gives the same bytes. @throws OrderUnfit */
export function writeOrders(layout: TextLayout, batch: TransferBatch): OrdersFile {
  const day = shanghaiDate(Date.parse(batch.createdAt)).replaceAll('-', '');
  const filing: Filing = { layout, batch, day };
  const orders = batch.orders.map((order, index) => orderLine(filing, order, index + 1));
  const control = layout.orders.control.columns.map((column) => controlText(filing, column)).join(layout.delimiter);
  const lines = layout.orders.control.place === 'first' ? [control, ...orders] : [...orders, control];
  const text = lines.map((line) => line + lineEndOf(layout)).join('');
  return { name: batch.batchNo + layout.orders.suffix, bytes: encode(layout, text) };
}

function orderLine(filing: Filing, order: TransferOrder, serial: number): string {
  const { layout } = filing;
  const fields = layout.orders.columns.map((column) => {
    const text = orderText(filing, order, serial, column);
    if (typeof column === 'object') return text;
    const why = unfitFor(layout, text);
    if (why) throw new OrderUnfit(order.reference, column, why);
    return text;
  });
  return fields.join(layout.delimiter);
}

function orderText({ layout, batch, day }: Filing, order: TransferOrder, serial: number, column: OrderColumn): string {
  if (typeof column === 'object') return column.text;
  if (column === 'amount') return amountText(layout.amounts, order.amountFen);
  if (column === 'serial') return String(serial);
  if (column === 'batchNo') return batch.batchNo;
  return column === 'date' ? day : order[column];
}

function controlText({ layout, batch, day }: Filing, column: ControlColumn): string {
  if (typeof column === 'object') return column.text;
  if (column === 'count') return String(batch.orders.length);
  if (column === 'batchNo') return batch.batchNo;
  if (column === 'date') return day;
  if (column === 'ignored') return '';
  return amountText(layout.amounts, sumFen(batch.orders.map(({ amountFen }) => amountFen)));
}
