import { SelectField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

const ALL = 'all';

interface Shown<Value extends string> {
  readonly label: string;
  readonly value: Value | undefined;
  readonly options: readonly (readonly [value: Value, name: string])[];
  readonly onChange: (value: Value | undefined) => void;
}

/** What a list is narrowed to; undefined: it is not. */
export function Narrow<Value extends string>({ label, value, options, onChange }: Shown<Value>) {
  const { t } = useTexts();
  return (
    <SelectField
      label={label}
      value={value ?? ALL}
      onChange={({ target }) => onChange(options.find(([each]) => each === target.value)?.[0])}
      options={[[ALL, t('inbox.any')], ...options]}
    />
  );
}
