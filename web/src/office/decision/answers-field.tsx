import { useController } from 'react-hook-form';
import type { TaskDetail } from '../../../../domain/schemas/task.js';
import { useLanguage } from '../../common/language.js';
import { ReviewQuestion } from '../../common/parts/review-question.js';
import type { FieldSpec } from '../form/fields.js';
import type { ActFormState } from '../form/use-act-form.js';
import { useTexts } from '../texts/use-texts.js';

interface Shown {
  readonly task: TaskDetail;
  readonly state: ActFormState;
  readonly field: FieldSpec;
}

/** What the programme says that its review looks at, each to be answered. */
export function AnswersField({ task: { looksAt }, state: { form, wrong }, field: { name, label, hint } }: Shown) {
  const { tell } = useTexts();
  const { tellMessage } = useLanguage();
  const { field } = useController({ control: form.control, name });
  const given = field.value as readonly string[];
  const error = wrong.find(({ id }) => id === name)?.message;
  return (
    <fieldset id={name} tabIndex={-1} className={error === undefined ? 'field' : 'field wrong'}>
      <legend>{label}</legend>
      {hint !== undefined && <p className="hint">{hint}</p>}
      {error !== undefined && <p className="error">{tellMessage(error)}</p>}
      {looksAt.map((question, index) => (
        <ReviewQuestion
          key={question.zh}
          name={`${name}.${index}`}
          question={tell(question)}
          answer={given[index]}
          onAnswer={(answer) => field.onChange(looksAt.map((_, at) => (at === index ? answer : (given[at] ?? ''))))}
        />
      ))}
    </fieldset>
  );
}
