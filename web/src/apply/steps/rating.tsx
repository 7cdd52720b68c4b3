import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { ServiceRating } from '../../../../domain/schemas/service-rating.js';
import { useAct } from '../../common/calls/act.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { WordsField } from '../../common/form/field.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';

const LEVELS = [5, 4, 3, 2, 1] as const;

/** How the household was served, in five levels (好差评); kept on the phone until it is sent. */
export function RatingStep({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  const act = useAct('rateService');
  const { work, change, forget } = useStepWork(view, 'rating');
  const [message, setMessage] = useState<string>();
  const rate = async () => {
    const { level, words } = work;
    const judged = ServiceRating.safeParse({ level, ...(words.trim() !== '' && { words }) });
    setMessage(judged.error?.issues[0]?.message);
    if (!judged.success) return;
    await act.mutateAsync({ params: { id: view.applicationId }, body: judged.data });
    await forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  return (
    <>
      <ErrorSummary errors={message === undefined ? [] : [{ id: 'level-5', message }]} />
      {act.error && <ProblemBox error={act.error} />}
      <fieldset>
        <legend>{t('steps.rating.question')}</legend>
        {LEVELS.map((each) => (
          <label key={each} className="choice" htmlFor={`level-${each}`}>
            <input
              type="radio"
              name="level"
              id={`level-${each}`}
              checked={work.level === each}
              onChange={() => change((now) => ({ ...now, level: each }))}
            />
            {t(`steps.rating.levels.${each}`)}
          </label>
        ))}
      </fieldset>
      <WordsField
        label={t('steps.words')}
        value={work.words}
        onChange={({ target }) => change((now) => ({ ...now, words: target.value }))}
      />
      <div className="buttons">
        <button type="button" disabled={act.isPending} onClick={() => void rate().catch(() => undefined)}>
          {t('steps.rating.do')}
        </button>
      </div>
    </>
  );
}
