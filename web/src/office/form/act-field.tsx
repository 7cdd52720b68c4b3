import { useController } from 'react-hook-form';
import { FieldControl } from './field-control.js';
import type { FieldSpec, Said, Values } from './fields.js';
import { RowsField } from './rows-field.js';
import type { ActFormState } from './use-act-form.js';

interface Shown {
  readonly state: ActFormState;
  readonly field: FieldSpec;
  /** Before the IDs of what belongs to this form, where others are on the page. */
  readonly prefix?: string;
}

/** One field of an act, by its kind. */
export function ActField({ state: { form, wrong }, field: spec, prefix = '' }: Shown) {
  const { field } = useController({ control: form.control, name: spec.name });
  const { value, onChange, onBlur, ref } = field;
  const said = value as Said;
  if (spec.kind === 'rows')
    return <RowsField {...{ spec, wrong, onChange, prefix }} rows={said as readonly Values[]} />;
  const error = wrong.find(({ id }) => id === spec.name)?.message;
  return <FieldControl {...{ spec, said, error, onBlur }} id={prefix + spec.name} onSaid={onChange} controlRef={ref} />;
}
