import { answered } from '../draft/draft.js';
import { drafts } from '../draft/store.js';
import { HouseholdFacts } from '../parts/household-facts.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';
import { wrongAt } from './wrong-at.js';

/** What the register has: to be looked at and confirmed, and not to be written again. */
export function RegisterQuestion(asked: Asked) {
  const { t } = useTexts();
  const { draft, missing } = asked.work;
  const confirmed = draft.answers.registerConfirmed;
  const confirm = (registerConfirmed: boolean) =>
    void drafts.change(draft.id, (now) => answered(now, { registerConfirmed }));
  return (
    <QuestionForm
      {...asked}
      title={t(draft.collective ? 'register.collective' : 'register.title')}
      wrong={wrongAt(missing, 'registerConfirmed')}
    >
      {() => (
        <>
          <WhatIsThere {...asked} />
          <label className="choice" htmlFor="registerConfirmed">
            <input
              id="registerConfirmed"
              type="checkbox"
              checked={confirmed}
              onChange={(event) => confirm(event.target.checked)}
            />
            {t('register.confirm')}
          </label>
          <details>
            <summary>{t('register.wrong')}</summary>
            <p>{t('register.wrongHint')}</p>
          </details>
        </>
      )}
    </QuestionForm>
  );
}

/** A household as the register has it; of a collective its name, by which it is published and paid. */
function WhatIsThere({ work: { draft, household } }: Pick<Asked, 'work'>) {
  const { t } = useTexts();
  if (draft.collective)
    return (
      <>
        <p>
          <strong>{draft.collective.name}</strong>
        </p>
        <p>{t('register.collectiveHint')}</p>
      </>
    );
  return household ? <HouseholdFacts household={household} /> : <p className="none">{t('register.unknown')}</p>;
}
