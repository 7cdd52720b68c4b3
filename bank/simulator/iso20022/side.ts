import { sha256 } from '../../../platform/digest.js';
import type { BankReport } from '../../bank.js';
import type { Debtors } from '../../formats/iso20022/debtor.js';
import { writeXml } from '../../formats/iso20022/xml-write.js';
import type { BankSide } from '../bank-side.js';
import { headerOf } from './parts.js';
import { readPain001 } from './read-orders.js';
import { camt053, camt054 } from './write-camt.js';
import { pain002 } from './write-pain002.js';

/** When a report without a line was made: nobody asks. */
const EPOCH = '1970-01-01T00:00:00.000Z';

/**
 * A bank that speaks ISO 20022: `pain.002` where orders are accepted or a file refused, `camt.054` where money moved,
 * `camt.053` for a day. The same report gives the same bytes.
 */
export const iso20022Side = (debtors: Debtors): BankSide => ({
  readOrders: (_name, bytes) => readPain001(bytes, debtors),
  writeReport,
});

function writeReport(report: BankReport): Uint8Array {
  const lastAt = report.lines.map(({ bookedAt }) => bookedAt).reduce((a, b) => (a > b ? a : b), EPOCH);
  const messageId = sha256(JSON.stringify(report)).slice(0, 32);
  const header = headerOf(messageId, lastAt);
  if (report.kind === 'statement') return writeXml('camt.053.001.08', camt053(report, header));
  const isMoved = report.refusesFile === undefined && report.lines.every(({ says }) => says !== 'accepted');
  if (isMoved && report.lines.length > 0) return writeXml('camt.054.001.08', camt054(report, header));
  return writeXml('pain.002.001.12', pain002(report, header));
}
