import { unreadable } from '../../../../domain/texts/how-to-write.js';
import { drafts } from '../draft/store.js';
import { answered } from '../draft/draft.js';
import { QuantityField } from '../parts/quantity-field.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

/** How much of what the programme measures. */
export function QuantityQuestion(asked: Asked) {
  const { tell } = useTexts();
  const { draft, guide, missing } = asked.work;
  const text = draft.answers.quantity;
  const wrong = missing
    .filter(({ field }) => field === 'quantity')
    .map(({ zh, en }) => ({ id: 'quantity', ...(unreadable(guide.measure, text) ?? { zh, en }) }));
  return (
    <QuestionForm {...asked} title={tell(guide.measure.name)} hint={tell(guide.standardText)} wrong={wrong}>
      {(error) => (
        <QuantityField
          measure={guide.measure}
          text={text}
          error={error('quantity')}
          onChange={(quantity) => void drafts.change(draft.id, (now) => answered(now, { quantity }))}
        />
      )}
    </QuestionForm>
  );
}
