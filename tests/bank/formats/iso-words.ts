import { iso20022Format } from '../../../bank/formats/iso20022/format.js';
import { type BankReport, ReportUnreadable } from '../../../bank/bank.js';
import { DEBTORS } from './debtors.js';

const format = iso20022Format(DEBTORS);
const URN = 'urn:iso:std:iso:20022:tech:xsd';

/** What is read of a bank's message, or why it is not. */
function heard(message: string, body: string): BankReport | string {
  return heardText(`<?xml version="1.0" encoding="UTF-8"?><Document xmlns="${URN}:${message}">${body}</Document>`);
}

export function heardText(text: string): BankReport | string {
  try {
    return format.readReport('report.xml', new TextEncoder().encode(text));
  } catch (error) {
    if (error instanceof ReportUnreadable) return error.code;
    throw error;
  }
}

const reasonPart = (code?: string) => (code ? `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn></StsRsnInf>` : '');

/** A row of `pain.002`. */
export const row = (reference: string, yuan: string, status?: string, reason?: string) =>
  `<TxInfAndSts><OrgnlEndToEndId>${reference}</OrgnlEndToEndId>${status ? `<TxSts>${status}</TxSts>` : ''}${reasonPart(reason)}
   <OrgnlTxRef><Amt><InstdAmt Ccy="CNY">${yuan}</InstdAmt></Amt></OrgnlTxRef></TxInfAndSts>`;

/** A `pain.002` of the version that is most in use. */
export const pain002 = ({ group = '', payment = '', rows = [] as string[] }) =>
  heard(
    'pain.002.001.10',
    `<CstmrPmtStsRpt>
      <GrpHdr><MsgId>1</MsgId><CreDtTm>2026-11-23T18:00:00</CreDtTm></GrpHdr>
      <OrgnlGrpInfAndSts><OrgnlMsgId>330127-B20261123-1</OrgnlMsgId><OrgnlMsgNmId>pain.001.001.09</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
      <OrgnlPmtInfAndSts><OrgnlPmtInfId>330127-B20261123-1</OrgnlPmtInfId>${payment}${rows.join('')}</OrgnlPmtInfAndSts>
    </CstmrPmtStsRpt>`,
  );

interface EntryOptions {
  way: 'DBIT' | 'CRDT';
  yuan: string;
  status?: string;
  details?: string;
  currency?: string;
}

export const entry = ({ way, yuan, status = 'BOOK', details = '', currency = 'CNY' }: EntryOptions) =>
  `<Ntry><Amt Ccy="${currency}">${yuan}</Amt><CdtDbtInd>${way}</CdtDbtInd><Sts><Cd>${status}</Cd></Sts>
   <BookgDt><Dt>2026-11-23</Dt></BookgDt><AcctSvcrRef>BANK-7</AcctSvcrRef>${details && `<NtryDtls>${details}</NtryDtls>`}</Ntry>`;

export const detail = (reference: string, yuan: string, more = '') =>
  `<TxDtls><Refs><EndToEndId>${reference}</EndToEndId></Refs><Amt Ccy="CNY">${yuan}</Amt>${more}</TxDtls>`;

export const RETURNED = '<RtrInf><Rsn><Cd>AC04</Cd></Rsn></RtrInf>';

export const camt054 = (...entries: string[]) =>
  heard('camt.054.001.08', `<BkToCstmrDbtCdtNtfctn><Ntfctn>${entries.join('')}</Ntfctn></BkToCstmrDbtCdtNtfctn>`);

const balance = (code: string, yuan: string) =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="CNY">${yuan}</Amt><CdtDbtInd>CRDT</CdtDbtInd><Dt><Dt>2026-11-23</Dt></Dt></Bal>`;

export const camt053 = (opening: string, closing: string, entries: string[], more = '') =>
  heard(
    'camt.053.001.08',
    `<BkToCstmrStmt><Stmt>${more}${balance('OPBD', opening)}${balance('CLBD', closing)}${entries.join('')}</Stmt></BkToCstmrStmt>`,
  );
