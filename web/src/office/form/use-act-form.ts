import { useForm } from 'react-hook-form';
import type { z } from 'zod';
import { useTexts } from '../texts/use-texts.js';
import { bodyOf, type FieldSpec, initialOf, type Values } from './fields.js';

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
  const whole = (values: Values): object => ({ ...fixed, ...bodyOf(fields, values) });
  const faultsOf = (body: object) => {
    const issues = schema.safeParse(body).error?.issues ?? [];
    const said = issues.map(({ path, message }) => [path.join('/'), message] as const);
    const faults = said.length > 0 ? said : lacking(body);
    return faults.map(([at, message]) => [at, inWords(at, message)] as const);
  };
  // A schema's own messages are in both languages; what the library says of a missing field is not. And a schema
  // speaks of fen and of hundredths of a percent, where people write yuan and percents.
  const inWords = (at: string, message: string): string => {
    const kind = fields.find(({ name }) => name === at)?.kind;
    if (kind === 'yuan' || kind === 'percent') return t(`form.${kind}`);
    return message.includes('\n') ? message : t('form.missing');
  };
  const form = useForm<Record<string, Values[string]>>({
    defaultValues: Object.fromEntries(fields.map((field) => [field.name, initialOf(field)])),
    shouldFocusError: false,
    resolver: (values) => {
      const errors = byField(fields, faultsOf(whole(values)));
      return Object.keys(errors).length > 0 ? { values: {}, errors: errors as never } : { values, errors: {} };
    },
  });
  const wrong = Object.entries(form.formState.errors).flatMap(([, error]) =>
    Object.entries((error as Wrong | undefined)?.types ?? {}).map(([id, message]) => ({ id, message })),
  );
  return { form, wrong, bodyOf: whole };
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
    const field = fields.find(({ name }) => at === name || at.startsWith(`${name}/`)) ?? fields[0];
    const name = field?.name ?? '';
    const id = field?.kind === 'rows' && at.startsWith(name) ? at : name;
    errors[name] = { type: 'custom', message, types: { [id]: message, ...errors[name]?.types } };
  }
  return errors;
}

export type ActFormState = ReturnType<typeof useActForm>;
