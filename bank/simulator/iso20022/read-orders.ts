import { sumFen } from '../../../domain/rules/fen.js';
import type { TransferBatch, TransferOrder } from '../../bank.js';
import { all, at, countAt, fenIn, instantIn, malformed, sumAt, textAt } from '../../formats/iso20022/at.js';
import type { Debtors } from '../../formats/iso20022/debtor.js';
import { readXml, type XmlElement } from '../../formats/iso20022/xml-read.js';
import { FileInvalid } from '../messages.js';

/** Reads a `pain.001` as a bank does: whose account pays is told by the account's number. @throws FileInvalid */
export function readPain001(bytes: Uint8Array, debtors: Debtors): TransferBatch {
  try {
    return batchOf(readXml(bytes), debtors);
  } catch {
    throw new FileInvalid();
  }
}

function batchOf(document: XmlElement, debtors: Debtors): TransferBatch {
  const [root] = all(document, 'CstmrCdtTrfInitn');
  const payment = root && at(root, 'PmtInf');
  if (!payment) throw malformed();
  const orders = all(payment, 'CdtTrfTxInf').map(orderOf);
  for (const level of [at(root, 'GrpHdr') ?? root, payment]) requireTotals(level, orders);
  const account = textAt(payment, 'DbtrAcct/Id/Othr/Id');
  const [countyCode] = Object.entries(debtors).find(([, debtor]) => debtor.account === account) ?? [];
  return {
    batchNo: textAt(root, 'GrpHdr/MsgId') ?? refuse(),
    countyCode: countyCode ?? refuse(),
    createdAt: instantIn(textAt(root, 'GrpHdr/CreDtTm')),
    orders,
  };
}

const refuse = (): never => {
  throw malformed();
};

function orderOf(transaction: XmlElement): TransferOrder {
  const text = (path: string) => textAt(transaction, path) ?? refuse();
  return {
    reference: text('PmtId/EndToEndId'),
    amountFen: fenIn(at(transaction, 'Amt/InstdAmt') ?? refuse()),
    payeeName: text('Cdtr/Nm'),
    payeeAccount: text('CdtrAcct/Id/Othr/Id'),
    payeeBank: text('CdtrAgt/FinInstnId/Nm'),
    remark: text('RmtInf/Ustrd'),
  };
}

function requireTotals(level: XmlElement, orders: readonly TransferOrder[]): void {
  const sum = sumFen(orders.map(({ amountFen }) => amountFen));
  if (countAt(level, 'NbOfTxs') !== orders.length || sumAt(level, 'CtrlSum') !== sum) throw malformed();
}
