import {
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
  useId,
} from 'react';
import { useLanguage } from '../language.js';

interface Labelled {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** A schema's message, in both languages. */
  readonly error?: string | undefined;
  readonly id?: string;
}

interface Described {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

/** A label, what helps to fill in, what is wrong, and the control, tied together for whoever can't see them. */
export function Field({
  label,
  hint,
  error,
  id: given,
  children,
}: Labelled & { readonly children: (described: Described) => ReactNode }) {
  const made = useId();
  const id = given ?? made;
  const { tellMessage } = useLanguage();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean);
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
      {children({
        id,
        'aria-invalid': error !== undefined,
        'aria-describedby': described.length > 0 ? described.join(' ') : undefined,
      })}
    </div>
  );
}

type TextInput = Labelled & Omit<InputHTMLAttributes<HTMLInputElement>, 'id'> & { ref?: React.Ref<HTMLInputElement> };

export const TextField = ({ label, hint, error, id, ...input }: TextInput) => (
  <Field {...{ label, hint, error, ...(id !== undefined && { id }) }}>
    {(described) => <input type="text" {...input} {...described} />}
  </Field>
);

type TextArea = Labelled &
  Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'id'> & { ref?: React.Ref<HTMLTextAreaElement> };

export const WordsField = ({ label, hint, error, id, ...area }: TextArea) => (
  <Field {...{ label, hint, error, ...(id !== undefined && { id }) }}>
    {(described) => <textarea rows={5} {...area} {...described} />}
  </Field>
);

const NOT_CHOSEN = '—';

type Select = Labelled &
  Omit<SelectHTMLAttributes<HTMLSelectElement>, 'id'> & {
    ref?: React.Ref<HTMLSelectElement>;
    /** Value and name of each; before the choice is made there is none. */
    readonly options: readonly (readonly [value: string, name: string])[];
  };

export const SelectField = ({ label, hint, error, id, options, ...select }: Select) => (
  <Field {...{ label, hint, error, ...(id !== undefined && { id }) }}>
    {(described) => (
      <select {...select} {...described}>
        {select.value === '' && options.every(([value]) => value !== '') && <option value="">{NOT_CHOSEN}</option>}
        {options.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    )}
  </Field>
);
