import type { Measure } from '../../../../domain/schemas/programme.js';
import { SelectField, TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

interface Asked {
  readonly measure: Measure;
  /** As it was written: of a grade its ordinal. */
  readonly text: string;
  readonly onChange: (text: string) => void;
  readonly error?: string | undefined;
}

/** What a programme measures: a number in its unit, or one of its grades by name. */
export function QuantityField({ measure, text, onChange, error }: Asked) {
  const { t, tell } = useTexts();
  const { name, unit, grades } = measure;
  const common = { id: 'quantity', error, value: text };
  if (grades)
    return (
      <SelectField
        {...common}
        label={tell(name)}
        onChange={(event) => onChange(event.target.value)}
        options={grades.map((grade, index) => [String(index + 1), tell(grade)])}
      />
    );
  return (
    <TextField
      {...common}
      label={t('quantity.label', { name: tell(name), unit: tell(unit) })}
      inputMode="decimal"
      onChange={(event) => onChange(event.target.value)}
    />
  );
}
