import iconv from 'iconv-lite';
import { type Unfit, unfit } from '../../order-unfit.js';
interface Coded {
  readonly encoding: 'utf-8' | 'gb18030' | 'gbk';
  readonly delimiter: string;
  readonly lineEnd: 'lf' | 'crlf';
}

export const lineEndOf = ({ lineEnd }: Coded): string => (lineEnd === 'lf' ? '\n' : '\r\n');

export const encode = ({ encoding }: Coded, text: string): Uint8Array => iconv.encode(text, encoding);

/** @throws TypeError where the bytes are no text in that encoding */
export const decode = ({ encoding }: Coded, bytes: Uint8Array): string =>
  new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);

/** What is wrong with a field for such a file, if anything is: it has to be read as it was written. */
export function unfitFor(layout: Coded, text: string): Unfit | undefined {
  const why = unfit(text);
  if (why) return why;
  if (text.includes(layout.delimiter)) return 'delimiter';
  return comesBack(layout, text) ? undefined : 'notInEncoding';
}

function comesBack(layout: Coded, text: string): boolean {
  try {
    return decode(layout, encode(layout, text)) === text;
  } catch {
    return false;
  }
}
