import { useRef } from 'react';
import { useLanguage } from '../../common/language.js';
import { useTexts } from '../texts/use-texts.js';
import { FieldControl } from './field-control.js';
import { emptyRow, type FieldSpec, initialOf, type Values } from './fields.js';

interface Shown {
  readonly spec: FieldSpec;
  readonly rows: readonly Values[];
  readonly wrong: readonly { readonly id: string; readonly message: string }[];
  readonly onChange: (rows: readonly Values[]) => void;
  /** Before the IDs of what belongs to its form. */
  readonly prefix: string;
}

/** Several of a kind, each with fields of its own: households, plots, members. */
export function RowsField({ spec, rows, wrong, onChange, prefix }: Shown) {
  const { t } = useTexts();
  const { tellMessage } = useLanguage();
  const box = useRef<HTMLFieldSetElement>(null);
  const { name, label, hint, optional } = spec;
  const error = wrong.find(({ id }) => id === name)?.message;
  const change = (index: number, row: Values) => onChange(rows.map((each, at) => (at === index ? row : each)));
  const remove = (index: number) => {
    onChange(rows.filter((_, at) => at !== index));
    box.current?.focus();
  };
  return (
    <fieldset id={prefix + name} tabIndex={-1} ref={box} className={error === undefined ? 'rows' : 'rows field wrong'}>
      <legend>{optional ? t('form.optional', { label }) : label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && <p className="error">{tellMessage(error)}</p>}
      {rows.map((row, index) => (
        // Rows are known by their places alone.
        // oxlint-disable-next-line react/no-array-index-key
        <Row key={index} {...{ spec, row, index, wrong, prefix }} onChange={change} onRemove={remove} />
      ))}
      <button type="button" className="second small" onClick={() => onChange([...rows, emptyRow(spec)])}>
        {t('form.addRow')}
      </button>
    </fieldset>
  );
}

interface ShownRow extends Pick<Shown, 'spec' | 'wrong' | 'prefix'> {
  readonly row: Values;
  readonly index: number;
  readonly onChange: (index: number, row: Values) => void;
  readonly onRemove: (index: number) => void;
}

function Row({ spec: { name, fields = [] }, row, index, wrong, prefix, onChange, onRemove }: ShownRow) {
  const { t } = useTexts();
  return (
    <fieldset className="row">
      <legend>{t('form.row', { number: index + 1 })}</legend>
      <div className="fields">
        {fields.map((field) => {
          const at = `${name}/${index}/${field.name}`;
          const error = wrong.find((each) => each.id === at || each.id.startsWith(`${at}/`))?.message;
          return (
            <FieldControl
              key={field.name}
              {...{ spec: field, id: prefix + at, error, said: row[field.name] ?? initialOf(field) }}
              onSaid={(said) => onChange(index, { ...row, [field.name]: said })}
            />
          );
        })}
      </div>
      <button type="button" className="second small" onClick={() => onRemove(index)}>
        {t('form.removeRow', { number: index + 1 })}
      </button>
    </fieldset>
  );
}
