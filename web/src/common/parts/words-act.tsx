import type { z } from 'zod';
import { useAct } from '../calls/act.js';
import type { ActId, Asked } from '../calls/types.js';
import { WordsField } from '../form/field.js';
import { useSchemaForm } from '../form/use-schema-form.js';
import { ProblemBox } from './problem-box.js';

interface Words {
  readonly [name: string]: string;
  readonly words: string;
}

interface Shown<Id extends ActId> {
  readonly act: Id;
  readonly params: Readonly<Record<string, string>>;
  readonly schema: z.ZodType<Words, Words>;
  readonly label: string;
  readonly submit: string;
}

/** What is done with words, and nothing else. */
export function WordsAct<Id extends ActId>({ act: name, params, schema, label, submit }: Shown<Id>) {
  const act = useAct(name);
  const form = useSchemaForm(schema, { words: '' });
  const { id: field, ...words } = form.field('words');
  const send = form.handleSubmit((body) => act.mutate({ params, body } as unknown as Asked<Id>));
  return (
    <form className="act" noValidate onSubmit={(event) => void send(event)}>
      {act.error && <ProblemBox error={act.error} />}
      <WordsField label={label} id={`${name}-${field}`} {...words} />
      <button type="submit" disabled={act.isPending}>
        {submit}
      </button>
    </form>
  );
}
