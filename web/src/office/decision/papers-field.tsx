import { useController } from 'react-hook-form';
import { COMMON_PAPERS } from '../../../../domain/rules/common-papers.js';
import { missingKinds } from '../../../../domain/rules/required-photographs.js';
import type { Stage, Verdict } from '../../../../domain/rules/stages.js';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useLanguage } from '../../common/language.js';
import type { FieldSpec } from '../form/fields.js';
import type { ActFormState } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';
import { AddPaper } from './add-paper.js';

interface Shown {
  readonly task: TaskDetail;
  readonly verdict: Verdict;
  readonly state: ActFormState;
  readonly field: FieldSpec;
}

/** Kinds that an official brings himself, those that the stage asks for first. */
const BROUGHT = ['sitePhoto', 'postingPhoto', 'inspectionReport', 'other'];

/** Papers that a decision rests on: some of the case's, and those that are taken now. */
export function PapersField({ task, verdict, state: { form, wrong }, field: { name, label, hint, optional } }: Shown) {
  const { t, tell } = useTexts();
  const { tellMessage } = useLanguage();
  const { field } = useController({ control: form.control, name });
  const chosen = field.value as readonly string[];
  const error = wrong.find(({ id }) => id === name)?.message;
  const kinds = [...new Set([...missingKinds(task.stage.code as Stage, verdict, []), ...BROUGHT])].map(
    (kind) => [kind, tell(COMMON_PAPERS[kind as keyof typeof COMMON_PAPERS])] as const,
  );
  // As it is by then: others may be chosen while one is on its way.
  const choose = (id: string, on: boolean) => {
    const others = (form.getValues(name) as readonly string[]).filter((one) => one !== id);
    field.onChange(on ? [...others, id] : others);
  };
  return (
    <fieldset id={name} tabIndex={-1} className={error === undefined ? 'field' : 'field wrong'}>
      <legend>{optional ? t('form.optional', { label }) : label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && <p className="error">{tellMessage(error)}</p>}
      {task.papers.map((paper, index) => (
        <label key={paper.id} className="choice">
          <input
            type="checkbox"
            checked={chosen.includes(paper.id)}
            onChange={({ target }) => choose(paper.id, target.checked)}
          />
          {t('papers.numbered', { number: index + 1, name: tell(paper.name) })}
        </label>
      ))}
      <AddPaper applicationId={task.applicationId} kinds={kinds} onAdded={(id) => choose(id, true)} />
    </fieldset>
  );
}
