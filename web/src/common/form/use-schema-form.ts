import { type DefaultValues, type FieldErrors, type FieldValues, type Resolver, useForm } from 'react-hook-form';
import { standardSchemaResolver } from '@hookform/resolvers/standard-schema';
import type { z } from 'zod';
import { useTranslation } from 'react-i18next';

type FormSchema = z.ZodType<FieldValues, FieldValues>;
/** A schema, or how a first page fetches it: all that judges is much for a slow phone that has yet to draw. */
type Given<S> = S | (() => Promise<S>);

/** A form whose schema is the one the API checks with; it is judged when it is sent, and corrected as one types. */
export function useSchemaForm<S extends FormSchema>(given: Given<S>, defaultValues: DefaultValues<z.input<S>>) {
  const { t } = useTranslation('common');
  const form = useForm<z.input<S>, unknown, z.output<S>>({
    resolver: judging(given, t('problem.unfetched')),
    defaultValues,
    shouldFocusError: false,
  });
  const messages = messagesOf(form.formState.errors);
  return {
    ...form,
    /** What `Field` takes besides its label: its ID, what it is called, what is wrong with it. */
    field: (name: keyof z.input<S> & string) => ({
      ...form.register(name as never),
      onFocus: () => void fetched(given).catch(() => undefined),
      id: name,
      error: messages.find(({ id }) => id === name)?.message,
    }),
    wrong: messages,
    round: form.formState.submitCount,
  };
}

const fetched = async <S extends FormSchema>(given: Given<S>): Promise<S> =>
  typeof given === 'function' ? given() : given;

function judging<S extends FormSchema>(given: Given<S>, unfetched: string) {
  const resolver: Resolver<z.input<S>, unknown, z.output<S>> = async (...asked) => {
    const schema = await fetched(given).catch(() => undefined);
    if (schema) return standardSchemaResolver<z.input<S>, unknown, z.output<S>>(schema)(...asked);
    return { values: {}, errors: { root: { type: 'unfetched', message: unfetched } } as FieldErrors<z.input<S>> };
  };
  return resolver;
}

function messagesOf(errors: FieldErrors): { id: string; message: string }[] {
  return Object.entries(errors).map(([id, error]) => ({
    id,
    message: typeof error?.message === 'string' ? error.message : '',
  }));
}
