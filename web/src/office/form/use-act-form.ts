import { type FieldErrors, useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTexts } from '../texts/use-texts.js';
import { type FieldSpec, initialOf, readField, type Said } from './fields.js';

export type Values = Record<string, Said>;

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
  const { t } = useTexts();
  const bodyOf = (values: Values): object =>
    Object.assign({}, fixed, ...fields.map((field) => readField(field, values[field.name] ?? initialOf(field))));
  const errorsOf = (body: object) => {
    const { error } = schema.safeParse(body);
    const issues = error?.issues ?? [];
    const said = issues.map(({ path, message }) => [String(path[0] ?? fields[0]?.name), message] as const);
    const wrong = said.length > 0 ? said : lacking(body);
    // A schema's own messages are in both languages; what the library says of a missing field is not.
    return new Map(wrong.map(([name, message]) => [name, message.includes('\n') ? message : t('form.missing')]));
  };
  const form = useForm<Values>({
    defaultValues: Object.fromEntries(fields.map((field) => [field.name, initialOf(field)])),
    shouldFocusError: false,
    resolver: (values) => {
      const errors = [...errorsOf(bodyOf(values))].map(([name, message]) => [name, { type: 'custom', message }]);
      return errors.length > 0
        ? { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> }
        : { values, errors: {} };
    },
  });
  const wrong = Object.entries(form.formState.errors).map(([id, error]) => ({
    id,
    message: typeof error?.message === 'string' ? error.message : '',
  }));
  return { form, wrong, bodyOf };
}

export type ActFormState = ReturnType<typeof useActForm>;
