import type { FieldSpec, Said, Values } from './fields.js';

/** What a box that is ticked says, and one that is not. */
interface Answers {
  readonly yes: string;
  readonly no: string;
}

/** What stands in a field as somebody reads it: choices by their names, one row a line; empty where nothing does. */
export function saidText(field: FieldSpec, said: Said, answers: Answers): string {
  const { kind, options = [] } = field;
  const nameOf = (value: string): string => options.find(([each]) => each === value)?.[1] ?? value;
  if (typeof said === 'boolean') return said ? answers.yes : answers.no;
  if (typeof said === 'string') return kind === 'select' ? nameOf(said) : said;
  if (kind === 'rows') return (said as readonly Values[]).map((row, at) => rowText(field, row, at)).join('\n');
  const items = said as readonly string[];
  if (kind === 'amounts') return items.map((amount, at) => `${options[at]?.[1] ?? at + 1} ${amount}`).join('\n');
  return items.map(nameOf).join('\n');
}

/** A row in one line: what is written in it, and by their labels what is ticked. */
function rowText({ fields = [] }: FieldSpec, row: Values, at: number): string {
  const cells = fields.map((field) => saidText(field, row[field.name] ?? '', { yes: field.label, no: '' }));
  return `${at + 1}. ${cells.filter((cell) => cell !== '').join(' · ')}`;
}
