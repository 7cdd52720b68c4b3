import { SelectField, TextField } from '../../common/form/field.js';
import { useTexts } from '../texts/use-texts.js';
import { type FieldSpec, type Said, textOf } from './fields.js';
import { AmountsField, ChoicesField, FlagField, WordsField } from './more-fields.js';

interface Shown {
  readonly spec: FieldSpec;
  readonly id: string;
  readonly said: Said;
  readonly onSaid: (said: Said) => void;
  readonly error?: string | undefined;
  readonly onBlur?: () => void;
  readonly controlRef?: React.RefCallback<HTMLElement>;
}

/** What is written or chosen in one field, by its kind. */
export function FieldControl({ spec, id, said, onSaid, error, onBlur, controlRef }: Shown) {
  const { t } = useTexts();
  const { kind, label, hint, optional, options = [] } = spec;
  const described = {
    ...{ id, error, label: optional ? t('form.optional', { label }) : label },
    ...(hint !== undefined && { hint }),
  };
  const written = {
    ...{ value: textOf(said), ...(onBlur && { onBlur }), ...(controlRef && { ref: controlRef }) },
    onChange: ({ target: { value } }: { target: { value: string } }) => onSaid(value),
  };
  if (kind === 'papers' || kind === 'settlement' || kind === 'answers' || kind === 'rows') return null;
  if (kind === 'choices' || kind === 'amounts') {
    const Shown = kind === 'choices' ? ChoicesField : AmountsField;
    return <Shown {...described} options={options} chosen={said as readonly string[]} onChange={onSaid} />;
  }
  if (kind === 'flag') return <FlagField {...described} checked={said === true} onChange={onSaid} />;
  if (kind === 'select')
    return (
      <div>
        <SelectField {...described} {...written} options={options} />
        <Chosen name={options.find(([value]) => value === said)?.[1] ?? ''} />
      </div>
    );
  if (kind === 'words' || kind === 'lines') return <WordsField {...described} {...written} />;
  return (
    <TextField
      {...described}
      {...written}
      type={kind === 'date' || kind === 'password' ? kind : 'text'}
      {...(kind === 'password' && { autoComplete: 'new-password' })}
      {...((kind === 'number' || kind === 'yuan' || kind === 'percent') && { inputMode: 'decimal' as const })}
    />
  );
}

/** As many letters as the narrowest field shows beside its arrow; a Chinese one has the room of two. */
const ROOM = 26;
const roomOf = (text: string): number => text.length + (text.match(/[^\p{ASCII}’]/gu)?.length ?? 0);

/** What is chosen, whole, below the field that cuts it off on a phone. */
const Chosen = ({ name }: { readonly name: string }) =>
  roomOf(name) > ROOM && (
    <p className="chosen" aria-hidden="true">
      {name}
    </p>
  );
