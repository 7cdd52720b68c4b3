import { answered } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { MemberChoices } from './member-choices.js';
import { QuestionForm } from './question-form.js';
import { wrongAt } from './wrong-at.js';

/** Of a personal subsidy: whom it is for. */
export function PersonQuestion(asked: Asked) {
  const { t } = useTexts();
  const { draft, missing } = asked.work;
  const choose = (personId: string) => void drafts.change(draft.id, (now) => answered(now, { personId }));
  return (
    <QuestionForm {...asked} title={t('person.title')} hint={t('person.hint')} wrong={wrongAt(missing, 'personId')}>
      {(error) => (
        <MemberChoices
          {...{ work: asked.work, name: 'personId', error: error('personId') }}
          type="radio"
          isChosen={(id) => draft.answers.personId === id}
          onChosen={choose}
        />
      )}
    </QuestionForm>
  );
}
