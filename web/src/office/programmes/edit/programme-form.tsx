import { useId, useState } from 'react';
import { useWatch } from 'react-hook-form';
import { type Programme, SoundProgramme } from '../../../../../domain/schemas/programme.js';
import { ErrorSummary } from '../../../common/form/error-summary.js';
import { ActField } from '../../form/act-field.js';
import type { Values } from '../../form/fields.js';
import { useTexts } from '../../texts/use-texts.js';
import { BroughtInBox } from '../brought-in.js';
import { useBringIn } from '../use-bring-in.js';
import { InWords } from './in-words.js';
import { sectionsOf, statedIn } from './sections.js';
import { useProgrammeForm } from './use-programme-form.js';

/** The next version of a programme, part by part; what it then says is shown as one types. */
export function ProgrammeForm({ programme: newest }: { readonly programme: Programme }) {
  const texts = useTexts();
  // What is changed is a version's that was seen: another that comes meanwhile is not written over unseen.
  const [programme] = useState(newest);
  const prefix = useId();
  const state = useProgrammeForm(programme);
  const sent = useBringIn(programme.code);
  const values = useWatch({ control: state.form.control }) as Values;
  const send = state.form.handleSubmit((said) => sent.bringIn(SoundProgramme.parse(state.bodyOf(said))));
  return (
    <form className="act parts" noValidate onSubmit={(event) => void send(event)}>
      <ErrorSummary errors={state.wrong.map((fault) => ({ ...fault, id: prefix + fault.id }))} round={state.round} />
      {sectionsOf(texts, statedIn(texts, values)).map(({ name, fields }) => (
        <section key={name} aria-labelledby={`${prefix}-${name}`}>
          <h2 id={`${prefix}-${name}`}>{texts.t(`programmeForm.sections.${name}`)}</h2>
          <div className="fields wide">
            {fields.map((field) => (
              <ActField key={field.name} {...{ state, field, prefix }} />
            ))}
          </div>
          {(name === 'standard' || name === 'whoMay') && <InWords of={name} programme={state.bodyOf(values)} />}
        </section>
      ))}
      <BroughtInBox sent={sent} />
      <button type="submit" disabled={sent.isPending}>
        {texts.t('programmes.bringIn')}
      </button>
    </form>
  );
}
