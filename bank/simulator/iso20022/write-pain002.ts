import { BANK_SAYS, type BankSays } from '../../../domain/rules/bank-words.js';
import { sumFen } from '../../../domain/rules/fen.js';
import type { BankReport, ReportLine } from '../../bank.js';
import { codeOf } from '../../formats/iso20022/codes.js';
import { part, type XmlPart } from '../../formats/iso20022/xml-write.js';
import { yuanDecimal } from '../../formats/yuan.js';
import { codePart, type Header } from './parts.js';

const STATUS = { accepted: 'ACSP', credited: 'ACSC', returned: 'RJCT' } as const satisfies Record<BankSays, string>;

/** What became of the orders of one batch, word by word. */
export function pain002({ batchNo = 'NOTPROVIDED', refusesFile, lines }: BankReport, header: Header): XmlPart {
  const refusal = refusesFile === undefined ? [] : [part('GrpSts', 'RJCT'), reason(refusesFile)];
  const group = part('OrgnlGrpInfAndSts', [
    part('OrgnlMsgId', batchNo),
    part('OrgnlMsgNmId', 'pain.001.001.09'),
    ...refusal,
  ]);
  const payment = part('OrgnlPmtInfAndSts', [
    part('OrgnlPmtInfId', batchNo),
    ...BANK_SAYS.flatMap((says) => totals(says, lines)),
    ...lines.map(transaction),
  ]);
  return part('CstmrPmtStsRpt', [part('GrpHdr', header), group, ...(lines.length > 0 ? [payment] : [])]);
}

const reason = (code: string): XmlPart => part('StsRsnInf', [part('Rsn', [codePart(codeOf(code))])]);

function totals(says: BankSays, lines: readonly ReportLine[]): XmlPart[] {
  const told = lines.filter((line) => line.says === says);
  if (told.length === 0) return [];
  const sum = yuanDecimal(sumFen(told.map(({ amountFen }) => amountFen)));
  const [count, status] = [part('DtldNbOfTxs', String(told.length)), part('DtldSts', STATUS[says])];
  return [part('NbOfTxsPerSts', [count, status, part('DtldCtrlSum', sum)])];
}

const transaction = ({ reference, amountFen, says, reasonCode, bookedAt }: ReportLine): XmlPart =>
  part('TxInfAndSts', [
    part('OrgnlEndToEndId', reference),
    part('TxSts', STATUS[says]),
    reasonCode === undefined ? undefined : reason(reasonCode),
    part('AccptncDtTm', bookedAt),
    part('OrgnlTxRef', [part('Amt', [part('InstdAmt', yuanDecimal(amountFen), { Ccy: 'CNY' })])]),
  ]);
