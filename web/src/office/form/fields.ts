import { parseYuan } from '../../../../domain/rules/fen.js';

/** What somebody wrote or chose in a field. */
export type Said = string | boolean | readonly string[];

export type FieldKind =
  | 'text'
  | 'words'
  | 'lines'
  | 'date'
  | 'number'
  | 'yuan'
  | 'select'
  | 'flag'
  | 'papers'
  | 'choices'
  | 'settlement'
  | 'answers';

/** A field of an act's body. */
export interface FieldSpec {
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly options?: readonly (readonly [value: string, name: string])[];
  /** What is meant by what was written, where its kind does not say that. */
  readonly read?: (text: string) => unknown;
  readonly initial?: Said | undefined;
}

/** Another than an amount: the schema says what is wrong with it. */
const UNREADABLE = Number.NaN;

const READING: Readonly<Record<FieldKind, (said: Said) => unknown>> = {
  text: written,
  words: written,
  date: written,
  select: written,
  lines: (said) =>
    nonEmpty(
      String(said)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ),
  number: (said) => (said === '' ? undefined : Number(said)),
  yuan: (said) => (said === '' ? undefined : (parseYuan(String(said)) ?? UNREADABLE)),
  flag: Boolean,
  papers: (said) => nonEmpty(said as readonly string[]),
  choices: (said) => nonEmpty(said as readonly string[]),
  settlement: written,
  answers: (said) => ((said as readonly string[]).some(Boolean) ? said : undefined),
};

function written(said: Said): string | undefined {
  return said === '' ? undefined : String(said);
}

function nonEmpty(items: readonly string[]): readonly string[] | undefined {
  return items.length > 0 ? items : undefined;
}

const NOTHING: Readonly<Record<FieldKind, Said>> = {
  ...{ text: '', words: '', lines: '', date: '', number: '', yuan: '', select: '' },
  ...{ flag: false, papers: [], choices: [], settlement: '', answers: [] },
};

export const initialOf = ({ kind, initial }: FieldSpec): Said => initial ?? NOTHING[kind];

/** The part of a body that a field is. */
export function readField({ name, kind, read }: FieldSpec, said: Said): Record<string, unknown> {
  const meant = read && said !== '' ? read(String(said)) : READING[kind](said);
  return meant === undefined ? {} : { [name]: meant };
}
