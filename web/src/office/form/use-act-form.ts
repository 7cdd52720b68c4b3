import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { bodyOf, type FieldSpec, initialOf, type Values } from './fields.js';
import { useFaultWords } from './use-fault-words.js';

interface Asked {
  /** The one that the API checks the body with. */
  readonly schema: z.ZodType;
  readonly fields: readonly FieldSpec[];
  /** What the body says besides its fields. */
  readonly fixed?: object;
  /** What the rules ask of the body beyond its schema: field and message. */
  readonly lacking?: (body: object) => readonly (readonly [field: string, message: string])[];
}

/** The form of an act: what is written is read by its fields and judged by the schema of the API. */
export function useActForm({ schema, fields, fixed = {}, lacking = () => [] }: Asked) {
  const whole = (values: Values): object => ({ ...fixed, ...bodyOf(fields, values) });
  const initial = Object.fromEntries(fields.map((field) => [field.name, initialOf(field)]));
  return useJudgedForm({ schema, fieldsOf: () => fields, initial, bodyOf: whole, lacking });
}

interface Judged extends Pick<Asked, 'schema'> {
  /** Which fields there are may hang on what stands in them. */
  readonly fieldsOf: (values: Values) => readonly FieldSpec[];
  readonly initial: Values;
  readonly bodyOf: (values: Values) => object;
  readonly lacking: NonNullable<Asked['lacking']>;
}

/** A form whose body is judged by a schema, and what is wrong with which of its fields. */
export function useJudgedForm({ schema, fieldsOf, initial, bodyOf: whole, lacking }: Judged) {
  const inWords = useFaultWords();
  const form = useForm<Record<string, Values[string]>>({
    defaultValues: initial,
    shouldFocusError: false,
    resolver: (values) => {
      const [body, fields] = [whole(values), fieldsOf(values)];
      const issues = schema.safeParse(body).error?.issues ?? [];
      const said = issues.map(({ path, message, code }) => [path.join('/'), message, code === 'custom'] as const);
      const faults = said.length > 0 ? said : lacking(body).map(([at, message]) => [at, message, false] as const);
      const errors = byField(
        fields,
        faults.map(([at, message, isOwn]) => [at, isOwn ? message : inWords(innermostAt(fields, at), message)]),
      );
      return Object.keys(errors).length > 0 ? { values: {}, errors: errors as never } : { values, errors: {} };
    },
  });
  const wrong = Object.entries(form.formState.errors).flatMap(([, error]) =>
    Object.entries((error as Wrong | undefined)?.types ?? {}).map(([id, message]) => ({
      ...{ id, message, label: labelAt(fieldsOf(form.getValues()), id) },
    })),
  );
  return { form, wrong, round: form.formState.submitCount, bodyOf: whole };
}

interface Wrong {
  readonly type: string;
  readonly message: string;
  /** Of a field that is rows: what is wrong in which of their fields. */
  readonly types: Readonly<Record<string, string>>;
}

/** Faults by the field that they are found in; what is in none stands at the first. */
function byField(
  fields: readonly FieldSpec[],
  faults: readonly (readonly [at: string, message: string])[],
): Record<string, Wrong> {
  const errors: Record<string, Wrong> = {};
  for (const [at, message] of faults) {
    const field = fieldAt(fields, at) ?? fields.find(({ name }) => name.startsWith(`${at}/`)) ?? fields[0];
    const name = field?.name ?? '';
    const id = field?.kind === 'rows' && at.startsWith(name) ? at : name;
    errors[name] = { type: 'custom', message, types: { [id]: message, ...errors[name]?.types } };
  }
  return errors;
}

/** What a field is called, of rows with its place and the row's. */
function labelAt(fields: readonly FieldSpec[], at: string): string {
  const field = fieldAt(fields, at);
  const { row, below } = belowAt(field, at);
  if (field?.fields === undefined || below === '') return field?.label ?? '';
  return `${field.label} ${Number(row) + 1} ${labelAt(field.fields, below)}`;
}

/** Of rows: which of them lies at a way, and which of its fields. */
function belowAt(field: FieldSpec | undefined, at: string) {
  const [row = '', ...below] = at.slice((field?.name.length ?? 0) + 1).split('/');
  return { row, below: below.join('/') };
}

/** The field that was filled in: of rows the one in the row. */
function innermostAt(fields: readonly FieldSpec[], at: string): FieldSpec | undefined {
  const field = fieldAt(fields, at);
  const { below } = belowAt(field, at);
  return field?.fields === undefined || below === '' ? field : innermostAt(field.fields, below);
}

/** The field that shows what lies at a way, or of which that is a part. */
const fieldAt = (fields: readonly FieldSpec[], at: string): FieldSpec | undefined =>
  fields.find(({ name }) => at === name || at.startsWith(`${name}/`));

export type ActFormState = ReturnType<typeof useActForm>;
