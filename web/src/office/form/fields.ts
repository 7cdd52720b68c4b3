import { parseYuan } from '../../../../domain/rules/fen.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';

/** What somebody wrote or chose in a field. */
export type Said = string | boolean | readonly string[] | readonly Values[];

/** What stands in the fields of a form, or of one of its rows, by their names. */
export interface Values {
  readonly [name: string]: Said;
}

export type FieldKind =
  | ('text' | 'words' | 'lines' | 'date' | 'number' | 'yuan' | 'percent' | 'select' | 'flag' | 'password')
  | ('papers' | 'choices' | 'settlement' | 'answers' | 'rows');

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
  readonly initial?: Said | undefined;
  /** Of rows: what each of them says. */
  readonly fields?: readonly FieldSpec[];
}

/** What is written in a field of text. */
export const textOf = (said: Said): string => (typeof said === 'string' ? said : '');

/** Another than an amount: the schema says what is wrong with it. */
const UNREADABLE = Number.NaN;

const READING: Readonly<Record<Exclude<FieldKind, 'rows'>, (said: Said) => unknown>> = {
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
  ...{ flag: false, papers: [], choices: [], settlement: '', answers: [], rows: [] },
};

export const initialOf = ({ kind, initial }: FieldSpec): Said => initial ?? NOTHING[kind];

/** A row in which nothing is written yet. */
export const emptyRow = ({ fields = [] }: FieldSpec): Values =>
  Object.fromEntries(fields.map((field) => [field.name, initialOf(field)]));

/** The body, or the part of one, that is meant by what stands in its fields. */
export function bodyOf(fields: readonly FieldSpec[], values: Values): object {
  const body = {};
  for (const field of fields) put(body, field.name.split('/'), meantBy(field, values[field.name] ?? initialOf(field)));
  return body;
}

function meantBy({ kind, read, fields = [] }: FieldSpec, said: Said): unknown {
  if (kind === 'rows') return nonEmpty((said as readonly Values[]).map((row) => bodyOf(fields, row)));
  return read && said !== '' ? read(textOf(said)) : READING[kind](said);
}

function put(body: Record<string, unknown>, [name = '', ...below]: readonly string[], meant: unknown): void {
  if (meant === undefined) return;
  if (below.length === 0) body[name] = meant;
  else put((body[name] ??= {}) as Record<string, unknown>, below, meant);
}
