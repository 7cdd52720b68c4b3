import { sumFen } from '../../../domain/rules/fen.js';
import type { BankReport, ReportLine } from '../../bank.js';
import { codeOf } from '../../formats/iso20022/codes.js';
import { part, type XmlPart } from '../../formats/iso20022/xml-write.js';
import { yuanDecimal } from '../../formats/yuan.js';
import { codePart, type Header } from './parts.js';

/** The account that the simulated bank speaks of. */
const ACCOUNT = part('Acct', [part('Id', [part('Othr', [part('Id', '330100000000000001')])]), part('Ccy', 'CNY')]);

/** Each order that was booked, and what came back. */
export const camt054 = ({ batchNo, lines }: BankReport, header: Header): XmlPart =>
  part('BkToCstmrDbtCdtNtfctn', [
    part('GrpHdr', header),
    part('Ntfctn', [
      part('Id', 'NOTIFICATION-1'),
      ACCOUNT,
      summary(lines),
      ...lines.map((line) => entry(line, batchNo)),
    ]),
  ]);

/** All that was booked on one day. The account is as full as the day needs. */
export function camt053({ date = '1970-01-01', lines }: BankReport, header: Header): XmlPart {
  const [opening, closing] = [sum(lines, isDebit), sum(lines, isCredit)];
  const statement = part('Stmt', [
    part('Id', `STATEMENT-${date}`),
    ACCOUNT,
    ...[balance('OPBD', opening, date), balance('CLBD', closing, date)],
    summary(lines),
    ...lines.map((line) => entry(line, undefined)),
  ]);
  return part('BkToCstmrStmt', [part('GrpHdr', header), statement]);
}

const isDebit = ({ says }: ReportLine): boolean => says === 'credited';
const isCredit = (line: ReportLine): boolean => !isDebit(line);
const sum = (lines: readonly ReportLine[], which: (line: ReportLine) => boolean): number =>
  sumFen(lines.filter(which).map(({ amountFen }) => amountFen));
const amount = (amountFen: number): XmlPart => part('Amt', yuanDecimal(amountFen), { Ccy: 'CNY' });
const way = (line: ReportLine): XmlPart => part('CdtDbtInd', isDebit(line) ? 'DBIT' : 'CRDT');

const balance = (code: string, amountFen: number, date: string): XmlPart =>
  part('Bal', [
    part('Tp', [part('CdOrPrtry', [part('Cd', code)])]),
    ...[amount(amountFen), part('CdtDbtInd', 'CRDT'), part('Dt', [part('Dt', date)])],
  ]);

function summary(lines: readonly ReportLine[]): XmlPart {
  const totals = (name: string, which: (line: ReportLine) => boolean): XmlPart => {
    const count = lines.filter(which).length;
    return part(name, [part('NbOfNtries', String(count)), part('Sum', yuanDecimal(sum(lines, which)))]);
  };
  return part('TxsSummry', [
    totals('TtlNtries', () => true),
    totals('TtlCdtNtries', isCredit),
    totals('TtlDbtNtries', isDebit),
  ]);
}

function entry(line: ReportLine, batchNo: string | undefined): XmlPart {
  const { reference, amountFen, reasonCode, bookedAt } = line;
  const refs = part('Refs', [
    ...(batchNo === undefined ? [] : [part('PmtInfId', batchNo)]),
    part('EndToEndId', reference),
  ]);
  const came = reasonCode === undefined ? [] : [part('Rsn', [codePart(codeOf(reasonCode))])];
  return part('Ntry', [
    ...[amount(amountFen), way(line), part('Sts', [part('Cd', 'BOOK')])],
    part('BookgDt', [part('DtTm', bookedAt)]),
    part('BkTxCd', [part('Prtry', [part('Cd', isDebit(line) ? 'TRANSFER' : 'RETURN')])]),
    part('NtryDtls', [
      part('TxDtls', [
        ...[refs, amount(amountFen), way(line)],
        isDebit(line) ? undefined : part('RtrInf', came.length > 0 ? came : [part('AddtlInf', 'RETURN')]),
      ]),
    ]),
  ]);
}
