import { Fragment, type ReactNode, useId, useState } from 'react';
import type { z } from 'zod';
import { useAct } from '../../common/calls/act.js';
import type { ActId, Answered, Asked } from '../../common/calls/types.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { ActField } from './act-field.js';
import type { FieldSpec, Values } from './fields.js';
import { useActForm } from './use-act-form.js';

interface Shown<Id extends ActId> {
  readonly act: Id;
  readonly params?: Readonly<Record<string, string>>;
  readonly schema: z.ZodType;
  readonly fields: readonly FieldSpec[];
  /** Of many fields: the part of the form that each belongs to, by its heading; none for what stands before them. */
  readonly partOf?: (field: FieldSpec) => string;
  readonly fixed?: object;
  readonly submit: string;
  /** What is said when it is done. */
  readonly done: (answer: Answered<Id>) => ReactNode;
  /** Told when it is done, where the form itself may be gone by then. */
  readonly onDone?: (answer: Answered<Id>) => void;
  /** What of what was written is still to be sent then; without it, nothing. */
  readonly left?: (answer: Answered<Id>, values: Values) => Values;
}

/** An act of the table: its fields, what is wrong with them, what came of it. */
export function ActForm<Id extends ActId>({
  act: id,
  params,
  schema,
  fields,
  partOf,
  fixed,
  submit,
  done,
  onDone,
  left,
}: Shown<Id>) {
  const act = useAct(id);
  const prefix = useId();
  const [answer, setAnswer] = useState<Answered<Id>>();
  const state = useActForm({ schema, fields, ...(fixed && { fixed }) });
  const send = state.form.handleSubmit(async (values) => {
    setAnswer(undefined);
    const asked = { ...(params && { params }), body: state.bodyOf(values) } as unknown as Asked<Id>;
    const told = await act.mutateAsync(asked);
    onDone?.(told);
    setAnswer(told);
    state.form.reset(left?.(told, values), { keepDefaultValues: true });
  });
  return (
    <form
      className={partOf ? 'act parts' : 'act'}
      noValidate
      onSubmit={(event) => void send(event).catch(() => undefined)}
    >
      <ErrorSummary errors={state.wrong.map((fault) => ({ ...fault, id: prefix + fault.id }))} round={state.round} />
      {act.error && <ProblemBox error={act.error} />}
      {answer !== undefined && (
        <output className="good" aria-live="polite">
          {done(answer)}
        </output>
      )}
      {inParts(fields, partOf).map(([part, those]) => {
        const shown = those.map((field) => <ActField key={field.name} {...{ state, field, prefix }} />);
        if (part === '') return <Fragment key={part}>{shown}</Fragment>;
        return (
          <section key={part} aria-label={part}>
            <h3>{part}</h3>
            <div className="fields wide">{shown}</div>
          </section>
        );
      })}
      <button type="submit" disabled={act.isPending}>
        {submit}
      </button>
    </form>
  );
}

/** Fields by their parts, each part whole and where its first field stands. */
function inParts(fields: readonly FieldSpec[], partOf: (field: FieldSpec) => string = () => '') {
  const parts = new Map<string, FieldSpec[]>();
  for (const field of fields) parts.set(partOf(field), [...(parts.get(partOf(field)) ?? []), field]);
  return [...parts];
}
