import type { ReactNode, TextareaHTMLAttributes } from 'react';
import { TextField } from '../../common/form/field.js';
import { useLanguage } from '../../common/language.js';

interface Described {
  readonly id: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly error?: string | undefined;
}

type Words = Described & TextareaHTMLAttributes<HTMLTextAreaElement> & { ref?: React.Ref<HTMLTextAreaElement> };

/** Several lines. */
export function WordsField({ id, label, hint, error, ...area }: Words) {
  const { tellMessage } = useLanguage();
  const by = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ');
  return (
    <div className={error === undefined ? 'field' : 'field wrong'}>
      <label htmlFor={id}>{label}</label>
      {hint !== undefined && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error !== undefined && (
        <p className="error" id={`${id}-error`}>
          {tellMessage(error)}
        </p>
      )}
      <textarea
        rows={3}
        {...area}
        id={id}
        aria-invalid={error !== undefined}
        {...(by !== '' && { 'aria-describedby': by })}
      />
    </div>
  );
}

interface Flag extends Described {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export function FlagField({ id, label, error, checked, onChange }: Flag) {
  return (
    <div className={error === undefined ? '' : 'field wrong'}>
      <Wrong id={id} error={error} />
      <label className="choice" htmlFor={id}>
        <input
          {...{ id, checked, ...describedBy(id, error) }}
          type="checkbox"
          onChange={({ target }) => onChange(target.checked)}
        />
        {label}
      </label>
    </div>
  );
}

interface Choices extends Described {
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of a few. */
export const ChoicesField = ({ id, label, hint, error, options, chosen, onChange }: Choices) => (
  <Group {...{ id, label, hint, error }}>
    {options.map(([value, name]) => (
      <label key={value} className="choice">
        <input
          type="checkbox"
          checked={chosen.includes(value)}
          onChange={({ target }) =>
            onChange(target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
        {name}
      </label>
    ))}
  </Group>
);

/** An amount in yuan for each of a few. */
export const AmountsField = ({ id, label, hint, error, options, chosen, onChange }: Choices) => (
  <Group {...{ id, label, hint, error }}>
    <div className="fields">
      {options.map(([value, name], index) => (
        <TextField
          key={value}
          label={name}
          inputMode="decimal"
          value={chosen[index] ?? ''}
          onChange={({ target }) =>
            onChange(options.map((_, at) => (at === index ? target.value : (chosen[at] ?? ''))))
          }
        />
      ))}
    </div>
  </Group>
);

const Group = ({ id, label, hint, error, children }: Described & { readonly children: ReactNode }) => (
  <fieldset
    {...{ id, ...describedBy(id, error) }}
    tabIndex={-1}
    className={error === undefined ? undefined : 'field wrong'}
  >
    <legend>{label}</legend>
    {hint !== undefined && <p className="hint">{hint}</p>}
    <Wrong id={id} error={error} />
    {children}
  </fieldset>
);

const describedBy = (id: string, error: string | undefined) =>
  error === undefined ? {} : { 'aria-describedby': `${id}-error` };

function Wrong({ id, error }: Pick<Described, 'id' | 'error'>) {
  const { tellMessage } = useLanguage();
  if (error === undefined) return null;
  return (
    <p className="error" id={`${id}-error`}>
      {tellMessage(error)}
    </p>
  );
}
