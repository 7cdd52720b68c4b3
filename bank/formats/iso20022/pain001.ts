import { sumFen } from '../../../domain/rules/fen.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import type { OrdersFile, TransferBatch, TransferOrder } from '../../bank.js';
import { OrderUnfit, unfit } from '../../order-unfit.js';
import { yuanDecimal } from '../yuan.js';
import type { Debtor } from './debtor.js';
import { optional, part, writeXml, type XmlPart } from './xml-write.js';

/** The longest texts the message has room for. A reference of ours has at most 25 characters: it goes as it is. */
const ROOM = { reference: 35, payeeName: 140, payeeAccount: 34, payeeBank: 140, remark: 140 } as const;

const inYuan = (name: string, amountFen: number): XmlPart => part(name, yuanDecimal(amountFen), { Ccy: 'CNY' });
const account = (name: string, number: string, more: readonly XmlPart[] = []): XmlPart =>
  part(name, [part('Id', [part('Othr', [part('Id', number)])]), ...more]);

/**
 * The batch as `pain.001.001.09`, one payment information with one transaction an order: EndToEndId is its reference.
 * The same batch gives the same bytes.
 *
 * @throws OrderUnfit
 */
export function pain001(batch: TransferBatch, debtor: Debtor): OrdersFile {
  const { batchNo, orders } = batch;
  const createdAt = new Date(batch.createdAt);
  const totals = [
    part('NbOfTxs', String(orders.length)),
    part('CtrlSum', yuanDecimal(sumFen(orders.map(({ amountFen }) => amountFen)))),
  ];
  const header = part('GrpHdr', [
    part('MsgId', batchNo),
    part('CreDtTm', createdAt.toISOString()),
    ...totals,
    part('InitgPty', [part('Nm', debtor.name)]),
  ]);
  const payment = part('PmtInf', [
    part('PmtInfId', batchNo),
    part('PmtMtd', 'TRF'),
    // Each order is booked on its own, so that the statement names it.
    part('BtchBookg', 'false'),
    ...totals,
    part('ReqdExctnDt', [part('Dt', shanghaiDate(createdAt.getTime()))]),
    part('Dbtr', [part('Nm', debtor.name)]),
    account('DbtrAcct', debtor.account, [part('Ccy', 'CNY')]),
    part('DbtrAgt', [agentOf(debtor)]),
    ...orders.map(transaction),
  ]);
  const bytes = writeXml('pain.001.001.09', part('CstmrCdtTrfInitn', [header, payment]));
  return { name: `${batchNo}.xml`, bytes };
}

function agentOf({ bank: { bic, cnaps, name } }: Debtor): XmlPart {
  const member =
    cnaps === undefined
      ? undefined
      : part('ClrSysMmbId', [part('ClrSysId', [part('Cd', 'CNAPS')]), part('MmbId', cnaps)]);
  return part('FinInstnId', [optional('BICFI', bic), member, part('Nm', name)]);
}

function transaction(order: TransferOrder): XmlPart {
  requireFit(order);
  return part('CdtTrfTxInf', [
    part('PmtId', [part('EndToEndId', order.reference)]),
    part('Amt', [inYuan('InstdAmt', order.amountFen)]),
    part('CdtrAgt', [part('FinInstnId', [part('Nm', order.payeeBank)])]),
    part('Cdtr', [part('Nm', order.payeeName)]),
    account('CdtrAcct', order.payeeAccount),
    part('RmtInf', [part('Ustrd', order.remark)]),
  ]);
}

function requireFit(order: TransferOrder): void {
  for (const field of Object.keys(ROOM) as (keyof typeof ROOM)[]) {
    const why = unfit(order[field]) ?? (order[field].length > ROOM[field] ? 'tooLong' : undefined);
    if (why) throw new OrderUnfit(order.reference, field, why);
  }
}
