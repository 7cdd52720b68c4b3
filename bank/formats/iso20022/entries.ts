import type { ReportLine } from '../../bank.js';
import { all, at, countAt, fenIn, firstText, instantIn, malformed, textAt } from './at.js';
import { reasonOf } from './codes.js';
import type { XmlElement } from './xml-read.js';

/** Money that an entry of an account moved. */
export interface Entry {
  readonly isDebit: boolean;
  readonly amountFen: number;
  /** It is in the books; others are expected or for information. */
  readonly isBooked: boolean;
  readonly details: readonly XmlElement[];
  readonly element: XmlElement;
}

/** @throws ReportUnreadable MALFORMED */
export function entryOf(element: XmlElement): Entry {
  const amount = at(element, 'Amt');
  const status = firstText(element, 'Sts/Cd', 'Sts/Prtry', 'Sts')?.trim();
  if (!amount || status === undefined) throw malformed();
  return {
    ...{ isDebit: isDebit(element) ?? refuse(), amountFen: fenIn(amount), isBooked: status === 'BOOK', element },
    details: all(element, 'NtryDtls/TxDtls'),
  };
}

/** What the bank has booked of our orders with an entry: as many lines as it gives details, or one for the whole. */
export function linesOf(entry: Entry): ReportLine[] {
  const { element, details, amountFen } = entry;
  if (!entry.isBooked) return [];
  const bookedAt = instantIn(firstText(element, 'BookgDt/DtTm', 'BookgDt/Dt'));
  if (details.length === 0) return lineOf(element, element, entry.isDebit, amountFen, bookedAt);
  return details.flatMap((detail) =>
    lineOf(detail, element, isDebit(detail) ?? entry.isDebit, detailFen(entry, detail), bookedAt),
  );
}

/**
 * Money that leaves the account is a credit to a payee. Money that comes is a return where the bank says so; other
 * money that comes (the account is filled) is about no order.
 */
function lineOf(
  detail: XmlElement,
  entry: XmlElement,
  isDebit: boolean,
  amountFen: number,
  bookedAt: string,
): ReportLine[] {
  const told = { reference: referenceOf(detail, entry), amountFen, bookedAt };
  if (isDebit) return [{ ...told, says: 'credited' }];
  const reason = firstText(detail, 'RtrInf/Rsn/Cd', 'RtrInf/Rsn/Prtry');
  const isReturn = at(detail, 'RtrInf') !== undefined || TRUE.has(textAt(entry, 'RvslInd')?.trim() ?? '');
  if (!isReturn) return [];
  return [{ ...told, says: 'returned', ...(reason !== undefined && { reasonCode: reasonOf(reason) }) }];
}

/** As the bank wrote it; of what is no order of ours, the bank's own. */
function referenceOf(detail: XmlElement, entry: XmlElement): string {
  const given = ['Refs/EndToEndId', 'Refs/InstrId', 'Refs/AcctSvcrRef'].map((path) => textAt(detail, path));
  const ours = given.find((text) => text !== undefined && text !== 'NOTPROVIDED');
  return ours ?? firstText(entry, 'AcctSvcrRef', 'NtryRef') ?? 'NOTPROVIDED';
}

/** The amount of one detail of an entry. @throws ReportUnreadable MALFORMED where the bank does not give it */
function detailFen({ amountFen, details }: Entry, detail: XmlElement): number {
  const amount = at(detail, 'Amt') ?? at(detail, 'AmtDtls/TxAmt/Amt') ?? at(detail, 'AmtDtls/InstdAmt/Amt');
  if (amount) return fenIn(amount);
  if (details.length > 1) throw malformed();
  return amountFen;
}

/** Whether the details of an entry are all there. */
export function isWhole(entry: Entry): boolean {
  const { element, details, amountFen } = entry;
  if (details.length === 0) return true;
  const counts = all(element, 'NtryDtls').map((part) => [countAt(part, 'Btch/NbOfTxs'), all(part, 'TxDtls').length]);
  if (counts.some(([said, given]) => said !== undefined && given !== 0 && said !== given)) return false;
  const signed = (detail: XmlElement) => ((isDebit(detail) ?? entry.isDebit) === entry.isDebit ? 1 : -1);
  return details.reduce((sum, detail) => sum + signed(detail) * detailFen(entry, detail), 0) === amountFen;
}

const TRUE: ReadonlySet<string> = new Set(['true', '1']);

const WAYS: Readonly<Record<string, boolean>> = { DBIT: true, CRDT: false };

/** Undefined where it is not said. @throws ReportUnreadable MALFORMED */
export function isDebit(element: XmlElement): boolean | undefined {
  const way = textAt(element, 'CdtDbtInd')?.trim();
  return way === undefined ? undefined : (WAYS[way] ?? refuse());
}

const refuse = (): never => {
  throw malformed();
};
