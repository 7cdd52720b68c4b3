import { answered } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { MemberChoices } from './member-choices.js';
import { QuestionForm } from './question-form.js';
import { wrongAt } from './wrong-at.js';

/** 异地搬迁: who of the household moves; they are what is measured. */
export function MovingQuestion(asked: Asked) {
  const { t } = useTexts();
  const { draft, missing } = asked.work;
  const { movingMembers } = draft.answers;
  const choose = (id: string, moves: boolean) => {
    const others = movingMembers.filter((each) => each !== id);
    const chosen = moves ? [...others, id] : others;
    void drafts.change(draft.id, (now) => answered(now, { movingMembers: chosen, quantity: String(chosen.length) }));
  };
  return (
    <QuestionForm
      {...asked}
      title={t('moving.title')}
      hint={t('moving.hint')}
      wrong={wrongAt(missing, 'movingMembers')}
    >
      {(error) => (
        <MemberChoices
          {...{ work: asked.work, name: 'movingMembers', error: error('movingMembers') }}
          type="checkbox"
          isChosen={(id) => movingMembers.includes(id)}
          onChosen={choose}
        />
      )}
    </QuestionForm>
  );
}
