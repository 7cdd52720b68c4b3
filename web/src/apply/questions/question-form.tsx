import { type FormEvent, type ReactNode, useState } from 'react';
import type { FieldError } from '../../../../domain/schemas/problem.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { SavedNote } from '../parts/saved-note.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';

interface Shown extends Asked {
  readonly title: string;
  readonly hint?: ReactNode;
  /** What is not right or not there yet, with the ID of its control; asked when one wants to go on. */
  readonly wrong: readonly (Pick<FieldError, 'zh' | 'en'> & { readonly id: string })[];
  readonly children: (shown: (id: string) => string | undefined) => ReactNode;
}

/**
 * One question a page. What is answered was saved as it was written; whoever goes on with something wrong is told what
 * to do, and may leave it for later.
 */
export function QuestionForm({ work, steps, title, hint, wrong, children }: Shown) {
  const { t } = useTexts();
  const [told, setTold] = useState(0);
  useTitle(title);
  const errors = told > 0 ? wrong.map(({ id, zh, en }) => ({ id, message: `${zh}\n${en}` })) : [];
  const goOn = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length === 0) steps.goOn();
    else setTold((round) => round + 1);
  };
  return (
    <form noValidate onSubmit={goOn}>
      <button type="button" className="back quiet-link" onClick={steps.goBack}>
        {t('question.back')}
      </button>
      <ErrorSummary errors={errors} round={told} />
      <p className="hint">{t('question.number', { number: steps.number, of: steps.of })}</p>
      <h1>{title}</h1>
      {hint !== undefined && <p className="lead">{hint}</p>}
      {children((id) => errors.find((error) => error.id === id)?.message)}
      <div className="buttons">
        <button type="submit">{t('question.goOn')}</button>
        {errors.length > 0 && (
          <button type="button" className="second" onClick={steps.goOn}>
            {t('question.later')}
          </button>
        )}
      </div>
      <SavedNote draft={work.draft} />
    </form>
  );
}
