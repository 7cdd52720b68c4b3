import { DraftPatch } from '../../../../domain/schemas/application-draft.js';
import { wordsOfPlan } from '../../../../domain/texts/plan.js';
import { WordsField } from '../../common/form/field.js';
import { answered } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

/** Where and how it will be carried out, or why it is needed, in one's own words; may be left out. */
export function PlanQuestion(asked: Asked) {
  const { tell } = useTexts();
  const { draft, guide } = asked.work;
  const { title, hint, name } = wordsOfPlan(guide);
  const { plan } = draft.answers;
  const judged = DraftPatch.shape.plan.safeParse(plan.trim() === '' ? null : plan);
  const wrong = (judged.error?.issues ?? []).map(({ message }) => {
    const [zh = '', en = zh] = message.split('\n');
    return { id: 'plan', zh, en };
  });
  return (
    <QuestionForm {...asked} title={tell(title)} hint={tell(hint)} wrong={wrong}>
      {(error) => (
        <WordsField
          id="plan"
          label={tell(name)}
          value={plan}
          error={error('plan')}
          onChange={(event) => void drafts.change(draft.id, (now) => answered(now, { plan: event.target.value }))}
        />
      )}
    </QuestionForm>
  );
}
