import { type BankReport, ReportUnreadable } from '../../bank.js';
import type { BankFormat } from '../../format.js';
import { all, malformed } from './at.js';
import { readCamt053, readCamt054 } from './camt.js';
import { type Debtors, debtorOf } from './debtor.js';
import { pain001 } from './pain001.js';
import { readPain002 } from './pain002.js';
import { readXml, type XmlElement } from './xml-read.js';

/** The messages of a bank that are understood, in whatever version: what is read of them is the same in all. */
const MESSAGES: Readonly<Record<string, readonly [root: string, read: (report: XmlElement) => BankReport]>> = {
  'pain.002': ['CstmrPmtStsRpt', readPain002],
  'camt.054': ['BkToCstmrDbtCdtNtfctn', readCamt054],
  'camt.053': ['BkToCstmrStmt', readCamt053],
};

const NAMESPACE = /^urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})\.001\.\d{2}$/;

/** ISO 20022 files: `pain.001.001.09` out; `pain.002`, `camt.054` and `camt.053` in. */
export const iso20022Format = (debtors: Debtors): BankFormat => ({
  fileOf: (batch) => pain001(batch, debtorOf(debtors, batch.countyCode)),
  readReport: (_name, bytes) => read(readXml(bytes)),
});

function read(document: XmlElement): BankReport {
  const [, message = ''] = NAMESPACE.exec(document.uri) ?? [];
  const [root, reader] = MESSAGES[message] ?? [];
  const [report] = root === undefined ? [] : all(document, root);
  if (!report || !reader || document.name !== 'Document') throw malformed();
  try {
    return reader(report);
  } catch (error) {
    // Amounts that no account has.
    if (error instanceof RangeError) throw new ReportUnreadable('MALFORMED');
    throw error;
  }
}
