import { useController } from 'react-hook-form';
import { SelectField, TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';
import type { FieldSpec, Said } from './fields.js';
import { ChoicesField, FlagField, WordsField } from './more-fields.js';
import type { ActFormState } from './use-act-form.js';

interface Shown {
  readonly state: ActFormState;
  readonly field: FieldSpec;
}

/** One field of an act, by its kind. */
export function ActField({ state: { form, wrong }, field: { name, kind, label, hint, optional, options } }: Shown) {
  const { t } = useTexts();
  const { field } = useController({ control: form.control, name });
  const described = {
    ...{ id: name, error: wrong.find(({ id }) => id === name)?.message },
    label: optional ? t('form.optional', { label }) : label,
    ...(hint !== undefined && { hint }),
  };
  const said = field.value as Said;
  const written = { value: String(said), ref: field.ref, onBlur: field.onBlur };
  const onChange = ({ target: { value } }: { target: { value: string } }) => field.onChange(value);
  if (kind === 'papers' || kind === 'settlement' || kind === 'answers') return null;
  if (kind === 'choices')
    return (
      <ChoicesField
        {...described}
        options={options ?? []}
        chosen={said as readonly string[]}
        onChange={field.onChange}
      />
    );
  if (kind === 'flag') return <FlagField {...described} checked={said === true} onChange={field.onChange} />;
  if (kind === 'select') return <SelectField {...described} {...written} onChange={onChange} options={options ?? []} />;
  if (kind === 'words' || kind === 'lines') return <WordsField {...described} {...written} onChange={onChange} />;
  return (
    <TextField
      {...described}
      {...written}
      onChange={onChange}
      type={kind === 'date' ? 'date' : 'text'}
      {...((kind === 'number' || kind === 'yuan') && { inputMode: 'decimal' as const })}
    />
  );
}
