import { type BankReport, ReportUnreadable, type UnpricedLine } from '../../bank.js';
import { sumFen } from '../../../domain/rules/fen.js';
import { all, at, countAt, fenIn, firstText, instantIn, malformed, sumAt, textAt } from './at.js';
import { DUPLICATES, reasonOf, STATUSES } from './codes.js';
import type { XmlElement } from './xml-read.js';

/** A transaction of the report, with the status that it or what it belongs to has. */
interface Told {
  readonly status: string;
  readonly reason: string | undefined;
  readonly line: UnpricedLine;
  /** Undefined where the bank names the order alone. */
  readonly amountFen: number | undefined;
}

const REASON = ['StsRsnInf/Rsn/Cd', 'StsRsnInf/Rsn/Prtry'] as const;

/**
 * `pain.002`: the bank's word on a file and its orders. An order without a status of its own has that of its payment
 * information, or of the whole file.
 *
 * @throws ReportUnreadable
 */
export function readPain002(report: XmlElement): BankReport {
  const group = at(report, 'OrgnlGrpInfAndSts') ?? refuse();
  const payments = all(report, 'OrgnlPmtInfAndSts');
  const at0 = firstText(report, 'GrpHdr/CreDtTm');
  const told = payments.map((payment) => tellsOf(payment, group, at0));
  payments.forEach((payment, index) => requireTotals(payment, told[index] ?? []));
  requireTotals(group, told.flat());
  const batchNo = textAt(group, 'OrgnlMsgId') ?? refuse();
  const refusal = refusalOf(group, payments);
  if (refusal === undefined) return { kind: 'results', batchNo, ...linesOf(told.flat()) };
  const own = ownRefusals(payments, group, at0);
  return { kind: 'results', batchNo, refusesFile: reasonOf(refusal), ...linesOf(own) };
}

function linesOf(told: readonly Told[]): Pick<BankReport, 'lines' | 'unpriced'> {
  const lines = told.flatMap(({ line, amountFen }) => (amountFen === undefined ? [] : [{ ...line, amountFen }]));
  const unpriced = told.flatMap(({ line, amountFen }) => (amountFen === undefined ? [line] : []));
  return { lines, ...(unpriced.length > 0 && { unpriced }) };
}

const refuse = (): never => {
  throw malformed();
};

function tellsOf(payment: XmlElement, group: XmlElement, reportedAt: string | undefined): Told[] {
  const wholeStatus = textAt(payment, 'PmtInfSts') ?? textAt(group, 'GrpSts');
  const wholeReason = firstText(payment, ...REASON) ?? firstText(group, ...REASON);
  return all(payment, 'TxInfAndSts').map((transaction) => {
    const status = textAt(transaction, 'TxSts') ?? wholeStatus ?? refuse();
    const reason = firstText(transaction, ...REASON) ?? wholeReason;
    const amount = at(transaction, 'OrgnlTxRef/Amt/InstdAmt');
    const line = lineOf(transaction, status, reason, reportedAt);
    return { status, reason, line, amountFen: amount && fenIn(amount) };
  });
}

function lineOf(transaction: XmlElement, status: string, reason: string | undefined, reportedAt: string | undefined) {
  const reference = firstText(transaction, 'OrgnlEndToEndId', 'OrgnlInstrId') ?? refuse();
  const bookedAt = instantIn(firstText(transaction, 'AccptncDtTm') ?? reportedAt);
  const word = STATUSES.get(status) ?? refuse();
  const says = word === 'returned' && reason !== undefined && DUPLICATES.has(reason) ? 'accepted' : word;
  return {
    ...{ reference, says, bookedAt },
    ...(says === 'returned' && reason !== undefined && { reasonCode: reasonOf(reason) }),
  };
}

/** Why the bank takes nothing of the file, if it says so; not where it has it already. */
function refusalOf(group: XmlElement, payments: readonly XmlElement[]): string | undefined {
  const refusing = [group, ...payments].filter((level) => firstText(level, 'GrpSts', 'PmtInfSts') === 'RJCT');
  const whole = refusing[0] === group || (payments.length > 0 && refusing.length === payments.length);
  if (!whole) return undefined;
  const reasons = refusing.map((level) => firstText(level, ...REASON)).filter((code) => code !== undefined);
  return reasons.some((code) => DUPLICATES.has(code)) ? undefined : (reasons[0] ?? 'RJCT');
}

/** Of a file that is refused whole, the orders that the refusal is about. */
function ownRefusals(payments: readonly XmlElement[], group: XmlElement, reportedAt: string | undefined) {
  return payments.flatMap((payment) => {
    const own = all(payment, 'TxInfAndSts').map((transaction) => firstText(transaction, ...REASON) !== undefined);
    return tellsOf(payment, group, reportedAt).filter((_, index) => own[index]);
  });
}

/**
 * The control totals of one level. Orders that are only accepted may be left out of a report; of the others every one
 * has to be there.
 */
function requireTotals(level: XmlElement, told: readonly Told[]): void {
  for (const total of all(level, 'NbOfTxsPerSts')) {
    const status = textAt(total, 'DtldSts');
    requireFit(
      told.filter((one) => one.status === status),
      total,
      STATUSES.get(status ?? '') === 'accepted',
    );
  }
  const [count, sum] = [countAt(level, 'OrgnlNbOfTxs'), sumAt(level, 'OrgnlCtrlSum')];
  if (count !== undefined && told.length > count) throw new ReportUnreadable('TRUNCATED');
  if (count === told.length && !isSum(sum, told)) throw new ReportUnreadable('TRUNCATED');
}

function requireFit(told: readonly Told[], level: XmlElement, mayBeLeftOut: boolean): void {
  if (mayBeLeftOut && told.length === 0) return;
  const fits = countAt(level, 'DtldNbOfTxs') === told.length && isSum(sumAt(level, 'DtldCtrlSum'), told);
  if (!fits) throw new ReportUnreadable('TRUNCATED');
}

/** Also where the bank gives no sum, or not every amount. */
function isSum(sum: number | undefined, told: readonly Told[]): boolean {
  const amounts = told.flatMap(({ amountFen }) => amountFen ?? []);
  return sum === undefined || amounts.length < told.length || sum === sumFen(amounts);
}
