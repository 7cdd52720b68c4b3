import { quantityText } from '../../../../domain/rules/quantities.js';
import { type FieldSpec, initialOf, meantBy, type Said, type Values } from './fields.js';
import { type Parts, partAt, withPart } from './parts.js';

/** A quantity in steps as somebody would write it: 1250 at scale 2 is `12.5`. */
export const writtenSteps = (quantity: number, scale: number): string =>
  scale === 0 ? String(quantity) : quantityText(quantity, scale).replace(/\.?0+$/, '');

/** Amounts are fen, rates hundredths of a percent. */
const HUNDREDTHS = 2;
const hundredths = (value: unknown): string => writtenSteps(value as number, HUNDREDTHS);

/** What stands in a field in which a value is written: what is meant by it is that value. */
export function saidOf(field: FieldSpec, value: unknown): Said {
  const { kind, fields = [] } = field;
  const write = (field.write ?? String) as (value: unknown) => string;
  if (value === undefined) return initialOf(field);
  if (kind === 'flag') return value === true;
  if (kind === 'yuan' || kind === 'percent') return hundredths(value);
  if (!Array.isArray(value)) return write(value);
  if (kind === 'rows') return value.map((row) => valuesOf(fields, row));
  return value.map(kind === 'amounts' ? hundredths : write);
}

/** What stands in the fields of a body that is there already. */
export const valuesOf = (fields: readonly FieldSpec[], body: unknown): Values =>
  Object.fromEntries(fields.map((field) => [field.name, saidOf(field, partAt(body, field.name))]));

/** The body with what was changed in its fields; what nobody changed, and what no field shows, stays as it was. */
export function amended(body: Parts, fields: readonly FieldSpec[], values: Values): Parts {
  return fields.reduce((whole, field) => {
    const said = values[field.name] ?? initialOf(field);
    const isAsWas = JSON.stringify(said) === JSON.stringify(saidOf(field, partAt(body, field.name)));
    return isAsWas ? whole : withPart(whole, field.name, meantBy(field, said));
  }, body);
}
