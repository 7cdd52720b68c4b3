/** What a file for a bank can't carry of an order. A fault of ours or of the bank's layout: nothing moved. */
export type Unfit = 'empty' | 'tooLong' | 'controlCharacter' | 'delimiter' | 'notInEncoding';

const WHY: Readonly<Record<Unfit, string>> = {
  empty: 'is empty',
  tooLong: 'is too long',
  controlCharacter: 'has a control character',
  delimiter: 'has the delimiter of the file in it',
  notInEncoding: 'has a character that the encoding of the file does not have',
};

/** A field of an order does not fit into the file. The message names the order and the field, not what is in it. */
export class OrderUnfit extends Error {
  readonly reference: string;
  readonly field: string;
  readonly why: Unfit;

  constructor(reference: string, field: string, why: Unfit) {
    super(`The field ${field} of the order ${reference} ${WHY[why]}: it cannot be written for the bank.`);
    this.name = 'OrderUnfit';
    this.reference = reference;
    this.field = field;
    this.why = why;
  }
}

/** What no bank's file carries: control characters, halves of characters, ends of lines and what XML has no place for. */
const UNWRITABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/u;

/** What is wrong with a text for whatever kind of file, if anything is. */
export function unfit(text: string): Unfit | undefined {
  if (text.trim() === '') return 'empty';
  return UNWRITABLE.test(text) ? 'controlCharacter' : undefined;
}
