import { type DefaultValues, type FieldErrors, type FieldValues, type Resolver, useForm } from 'react-hook-form';
import { zodResolver } from '@hookform/resolvers/zod';
import type { z } from 'zod';

/** A form whose schema is the one the API checks with; it is judged when it is sent, and corrected as one types. */
export function useSchemaForm<S extends z.ZodType<FieldValues, FieldValues>>(
  schema: S,
  defaultValues: DefaultValues<z.input<S>>,
) {
  const resolver = zodResolver(schema) as unknown as Resolver<z.input<S>, unknown, z.output<S>>;
  const form = useForm<z.input<S>, unknown, z.output<S>>({ resolver, defaultValues, shouldFocusError: false });
  const messages = messagesOf(form.formState.errors);
  return {
    ...form,
    /** What `Field` takes besides its label: its ID, what it is called, what is wrong with it. */
    field: (name: keyof z.input<S> & string) => ({
      ...form.register(name as never),
      id: name,
      error: messages.find(({ id }) => id === name)?.message,
    }),
    wrong: messages,
  };
}

function messagesOf(errors: FieldErrors): { id: string; message: string }[] {
  return Object.entries(errors).map(([id, error]) => ({
    id,
    message: typeof error?.message === 'string' ? error.message : '',
  }));
}
