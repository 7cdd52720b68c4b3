import { ReportUnreadable } from '../../bank.js';
import { instantOf } from '../booked-at.js';
import { fenOfDecimal } from '../yuan.js';
import type { XmlElement } from './xml-read.js';

export const malformed = (): ReportUnreadable => new ReportUnreadable('MALFORMED');

/** Every element on a path such as `NtryDtls/TxDtls`, in the order of the document. */
export function all(from: XmlElement, path: string): XmlElement[] {
  let found: XmlElement[] = [from];
  for (const name of path.split('/')) {
    found = found.flatMap(({ children, uri }) => children.filter((child) => child.name === name && child.uri === uri));
  }
  return found;
}

/** The first element on a path. */
export const at = (from: XmlElement, path: string): XmlElement | undefined => all(from, path)[0];

/** The text of the first element on a path, as it stands. */
export const textAt = (from: XmlElement, path: string): string | undefined => at(from, path)?.text;

/** The text of the first of several paths that is there. */
export const firstText = (from: XmlElement, ...paths: readonly string[]): string | undefined =>
  paths.map((path) => textAt(from, path)).find((text) => text !== undefined);

/** The fen of an element with a currency: only yuan. @throws ReportUnreadable MALFORMED */
export function fenIn(amount: XmlElement): number {
  const amountFen = fenOfDecimal(amount.text.trim());
  if (amount.attributes.Ccy !== 'CNY' || amountFen === undefined) throw malformed();
  return amountFen;
}

/** The fen of a sum without currency, where there is one. @throws ReportUnreadable MALFORMED */
export function sumAt(from: XmlElement, path: string): number | undefined {
  const text = textAt(from, path);
  if (text === undefined) return undefined;
  const sum = fenOfDecimal(text.trim());
  if (sum === undefined) throw malformed();
  return sum;
}

/** A count, where there is one. @throws ReportUnreadable MALFORMED */
export function countAt(from: XmlElement, path: string): number | undefined {
  const text = textAt(from, path)?.trim();
  if (text === undefined) return undefined;
  if (!/^[0-9]{1,15}$/.test(text)) throw malformed();
  return Number(text);
}

/** The ISO instant of a date or a time. @throws ReportUnreadable MALFORMED where it is neither */
export function instantIn(text: string | undefined): string {
  const instant = text === undefined ? undefined : instantOf(text.trim());
  if (instant === undefined) throw malformed();
  return instant;
}
