import type { TextareaHTMLAttributes } from 'react';
import { useLanguage } from '../../common/language.js';

interface Described {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
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

export const FlagField = ({ id, label, checked, onChange }: Flag) => (
  <label className="choice" htmlFor={id}>
    <input id={id} type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    {label}
  </label>
);

interface Choices extends Described {
  readonly options: readonly (readonly [value: string, name: string])[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Any number of a few. */
export const ChoicesField = ({ id, label, hint, options, chosen, onChange }: Choices) => (
  <fieldset id={id} tabIndex={-1}>
    <legend>{label}</legend>
    {hint !== undefined && <p className="hint">{hint}</p>}
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
  </fieldset>
);
