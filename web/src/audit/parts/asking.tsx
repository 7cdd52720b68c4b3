import { type FormEvent, type ReactNode, useState } from 'react';
import { useAsked } from '../../common/calls/query.js';
import { SelectField, TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';

type Said = Readonly<Record<string, string | undefined>>;

export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  /** Value and name of each. */
  readonly options?: readonly (readonly [value: string, name: string])[];
  /** One of the options is always asked for. */
  readonly chosen?: true;
}

interface Shown {
  readonly fields: readonly Asked[];
  readonly now: Said;
  readonly submit: string;
  readonly onAsk: (said: Readonly<Record<string, string>>) => void;
  readonly children?: ReactNode;
}

/** What a page is asked for; it is asked when the form is sent, and then stands in the address. */
export function Asking({ fields, now, submit, onAsk }: Shown) {
  const { t } = useTexts();
  const [said, setSaid] = useState<Said>(now);
  const any = ['', t('scope.any')] as const;
  const send = (event: FormEvent) => {
    event.preventDefault();
    onAsk(Object.fromEntries(Object.entries(said).filter(([, text]) => text !== undefined && text !== '')) as never);
  };
  return (
    <form className="filters" onSubmit={send}>
      <div className="fields">
        {fields.map(({ name, label, hint, options, chosen }) => {
          const shown = { id: name, label, ...(hint !== undefined && { hint }) };
          const change = ({ target: { value } }: { target: { value: string } }) => setSaid({ ...said, [name]: value });
          return options ? (
            <SelectField
              key={name}
              {...shown}
              value={said[name] ?? ''}
              options={chosen ? options : [any, ...options]}
              onChange={change}
            />
          ) : (
            <TextField key={name} {...shown} value={said[name] ?? ''} onChange={change} />
          );
        })}
      </div>
      <button type="submit">{submit}</button>
    </form>
  );
}

/** Which area and year a page is about. */
export function useScopeFields(): readonly Asked[] {
  const { t } = useTexts();
  const areas = useAreaOptions();
  return [
    { name: 'year', label: t('scope.year'), hint: t('scope.yearHint') },
    { name: 'area', label: t('scope.area'), options: areas },
  ];
}

/** The areas of a county, by their names. */
export function useAreaOptions(): readonly (readonly [code: string, name: string])[] {
  const areas = useAsked('listAreas', {});
  return (areas.data?.items ?? []).map(({ code, name }) => [code, name] as const);
}

/** What an area is called; what is no township and no village of the auditor's is the whole of his area. */
export function useAreaName(): (code: string) => string {
  const { t } = useTexts();
  const names = new Map(useAreaOptions());
  return (code) => names.get(code) ?? t('scope.whole');
}
