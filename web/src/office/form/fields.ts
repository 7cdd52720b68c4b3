import { parseYuan } from '../../../../domain/rules/fen.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import { type Parts, withPart } from './parts.js';

/** What somebody wrote or chose in a field. */
export type Said = string | boolean | readonly string[] | readonly Values[];

/** What stands in the fields of a form, or of one of its rows, by their names. */
export interface Values {
  readonly [name: string]: Said;
}

export type FieldKind =
  | ('text' | 'words' | 'lines' | 'date' | 'number' | 'yuan' | 'percent' | 'select' | 'flag' | 'password')
  | ('papers' | 'choices' | 'settlement' | 'answers' | 'amounts' | 'rows');

/** A field of an act's body. */
export interface FieldSpec {
  /** Of the body; of a part of one, `rule/targetFen`. */
  readonly name: string;
  readonly kind: FieldKind;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  readonly options?: readonly (readonly [value: string, name: string])[];
  /** What is meant by what was written, where its kind does not say that. */
  readonly read?: (text: string) => unknown;
  /** How such a value is written: the other way round. */
  readonly write?: (value: never) => string;
  /** What is said of it, in both languages, where it is missing or can't be read; else what the schema says. */
  readonly fault?: string;
  readonly initial?: Said | undefined;
  /** What stands there where the body says nothing of it. */
  readonly unsaid?: string | boolean;
  /** Of rows: what each of them says. */
  readonly fields?: readonly FieldSpec[];
  /** Of rows: none of them is an empty list, and not nothing at all. */
  readonly mayBeNone?: true;
}

/** What is written in a field of text. */
export const textOf = (said: Said): string => (typeof said === 'string' ? said : '');

/** Another than an amount: the schema says what is wrong with it. */
const UNREADABLE = Number.NaN;

const READING: Readonly<Record<Exclude<FieldKind, 'rows' | 'amounts'>, (said: Said) => unknown>> = {
  text: written,
  words: written,
  date: written,
  password: written,
  select: written,
  lines: (said) =>
    nonEmpty(
      textOf(said)
        .split('\n')
        .filter((line) => line.trim() !== ''),
    ),
  number: (said) => (said === '' ? undefined : Number(said)),
  yuan: (said) => (said === '' ? undefined : (parseYuan(textOf(said)) ?? UNREADABLE)),
  // Hundredths of a percent.
  percent: (said) => (said === '' ? undefined : (parseQuantity(textOf(said), 2) ?? UNREADABLE)),
  flag: Boolean,
  papers: (said) => nonEmpty(said as readonly string[]),
  choices: (said) => nonEmpty(said as readonly string[]),
  settlement: written,
  answers: (said) => ((said as readonly string[]).some(Boolean) ? said : undefined),
};

function written(said: Said): string | undefined {
  return said === '' ? undefined : textOf(said);
}

function nonEmpty<Item>(items: readonly Item[]): readonly Item[] | undefined {
  return items.length > 0 ? items : undefined;
}

const NOTHING: Readonly<Record<FieldKind, Said>> = {
  ...{ text: '', words: '', lines: '', date: '', number: '', yuan: '', percent: '', select: '', password: '' },
  ...{ flag: false, papers: [], choices: [], settlement: '', answers: [], amounts: [], rows: [] },
};

export const initialOf = ({ kind, initial, unsaid }: FieldSpec): Said => initial ?? unsaid ?? NOTHING[kind];

/** A row in which nothing is written yet. */
export const emptyRow = ({ fields = [] }: FieldSpec): Values =>
  Object.fromEntries(fields.map((field) => [field.name, initialOf(field)]));

/** The body, or the part of one, that is meant by what stands in its fields. */
export const bodyOf = (fields: readonly FieldSpec[], values: Values): object =>
  fields.reduce<Parts>(
    (body, field) => withPart(body, field.name, meantBy(field, values[field.name] ?? initialOf(field))),
    {},
  );

export function meantBy({ kind, read, unsaid, mayBeNone, options = [], fields = [] }: FieldSpec, said: Said): unknown {
  if (said === unsaid) return undefined;
  if (kind === 'rows') {
    const rows = (said as readonly Values[]).map((row) => bodyOf(fields, row));
    return mayBeNone ? rows : nonEmpty(rows);
  }
  if (kind === 'amounts') return amountsIn(options.map((_, at) => (said as readonly string[])[at] ?? ''));
  if (kind === 'choices' && read) return nonEmpty((said as readonly string[]).map(read));
  return read && said !== '' ? read(textOf(said)) : READING[kind](said);
}

/** An amount for each; where one is left out, nothing is paid. */
const amountsIn = (texts: readonly string[]): number[] | undefined =>
  texts.some(Boolean) ? texts.map((text) => (text === '' ? 0 : (parseYuan(text) ?? UNREADABLE))) : undefined;
