import { sumFen } from '../../../domain/rules/fen.js';
import { shanghaiDate } from '../../../domain/rules/working-days.js';
import { type BankReport, ReportUnreadable } from '../../bank.js';
import { all, at, countAt, fenIn, firstText, instantIn, malformed, sumAt, textAt } from './at.js';
import { type Entry, entryOf, isDebit, isWhole, linesOf } from './entries.js';
import type { XmlElement } from './xml-read.js';

/** `camt.054`: what was booked of our orders, and what came back. @throws ReportUnreadable */
export function readCamt054(report: XmlElement): BankReport {
  const notifications = all(report, 'Ntfctn');
  const read = notifications.map((notification) => entriesOf(notification));
  const batches = new Set(notifications.flatMap(batchesNamed));
  const [batchNo] = batches;
  return {
    kind: 'results',
    ...(batchNo !== undefined && batches.size === 1 && { batchNo }),
    lines: read.flat().flatMap(linesOf),
  };
}

/** `camt.053`: all that was booked on one day, with its balances. @throws ReportUnreadable */
export function readCamt053(report: XmlElement): BankReport {
  const statements = all(report, 'Stmt');
  const days = new Set(statements.map(dayOf));
  const [date] = days;
  if (date === undefined || days.size > 1 || !statements.every(isOnePage)) throw malformed();
  const entries = statements.flatMap((statement) => {
    const own = entriesOf(statement);
    requireBalances(statement, own);
    return own;
  });
  return { kind: 'statement', date, lines: entries.flatMap(linesOf) };
}

/** The entries of one account, all of them: the control totals that the bank gives fit. */
function entriesOf(account: XmlElement): Entry[] {
  const entries = all(account, 'Ntry').map(entryOf);
  const totals = at(account, 'TxsSummry');
  const fits =
    entries.every(isWhole) &&
    fit(totals && at(totals, 'TtlNtries'), entries) &&
    fit(
      totals && at(totals, 'TtlCdtNtries'),
      entries.filter(({ isDebit }) => !isDebit),
    ) &&
    fit(
      totals && at(totals, 'TtlDbtNtries'),
      entries.filter(({ isDebit }) => isDebit),
    );
  if (!fits) throw new ReportUnreadable('TRUNCATED');
  return entries;
}

function fit(total: XmlElement | undefined, entries: readonly Entry[]): boolean {
  if (!total) return true;
  const [count, sum] = [countAt(total, 'NbOfNtries'), sumAt(total, 'Sum')];
  const fits = sum === undefined || sum === sumFen(entries.map(({ amountFen }) => amountFen));
  return fits && (count === undefined || count === entries.length);
}

/** What was booked leads from the opening to the closing balance. */
function requireBalances(statement: XmlElement, entries: readonly Entry[]): void {
  const [opening, closing] = [balance(statement, 'OPBD') ?? balance(statement, 'PRCD'), balance(statement, 'CLBD')];
  if (opening === undefined || closing === undefined) return;
  const moved = entries
    .filter(({ isBooked }) => isBooked)
    .reduce((sum, { isDebit, amountFen }) => sum + (isDebit ? -amountFen : amountFen), 0);
  if (opening + moved !== closing) throw new ReportUnreadable('TRUNCATED');
}

const balances = (statement: XmlElement, code: string): XmlElement[] =>
  all(statement, 'Bal').filter((one) => textAt(one, 'Tp/CdOrPrtry/Cd')?.trim() === code);

/** Fen, below zero where the account is overdrawn. */
function balance(statement: XmlElement, code: string): number | undefined {
  const [found] = balances(statement, code);
  const amount = found && at(found, 'Amt');
  if (!amount) return undefined;
  return isDebit(found) ? -fenIn(amount) : fenIn(amount);
}

/** ISO date, Asia/Shanghai: the day of its closing balance. */
function dayOf(statement: XmlElement): string {
  const [closing] = balances(statement, 'CLBD');
  const day = (closing && firstText(closing, 'Dt/Dt', 'Dt/DtTm')) ?? textAt(statement, 'FrToDt/ToDtTm');
  return shanghaiDate(Date.parse(instantIn(day)));
}

/** A day on several pages is several files of which none is whole: it has to come on one. */
function isOnePage(statement: XmlElement): boolean {
  const last = firstText(statement, 'StmtPgntn/LastPgInd')?.trim() ?? 'true';
  return (countAt(statement, 'StmtPgntn/PgNb') ?? 1) === 1 && (last === 'true' || last === '1');
}

/** The batches that a notification says it is about. */
const batchesNamed = (account: XmlElement): string[] =>
  ['Ntry/NtryDtls/TxDtls/Refs/PmtInfId', 'Ntry/NtryDtls/Btch/PmtInfId'].flatMap((path) =>
    all(account, path).map(({ text }) => text),
  );
