import { COMMON_PAPERS } from '../../../../domain/rules/common-papers.js';
import { answered } from '../draft/draft.js';
import { kindIn } from '../draft/questions.js';
import { drafts } from '../draft/store.js';
import { DraftPapers } from '../parts/draft-papers.js';
import { useTexts } from '../texts/use-texts.js';
import type { Asked } from './asked.js';
import { QuestionForm } from './question-form.js';

/** A paper by camera or from the phone; where the programme lets it, a promise to bring it later. */
export function PaperQuestion(asked: Asked) {
  const { t, tell } = useTexts();
  const { draft, guide, missing } = asked.work;
  const kind = kindIn(asked.question) ?? '';
  const rule = guide.papers.find((paper) => paper.kind === kind);
  const name = rule?.name ?? COMMON_PAPERS[kind as keyof typeof COMMON_PAPERS];
  const promised = draft.answers.promisedPapers.includes(kind);
  const wrong = missing
    .filter(({ field }) => field === asked.question)
    .map(({ zh, en }) => ({ id: `add-${kind}`, zh, en }));
  const promise = (isPromised: boolean) =>
    void drafts.change(draft.id, (now) => {
      const others = now.answers.promisedPapers.filter((each) => each !== kind);
      return answered(now, { promisedPapers: isPromised ? [...others, kind] : others });
    });
  return (
    <QuestionForm
      {...asked}
      title={tell(name)}
      hint={rule?.required === false ? t('paper.optional') : t(kind === 'consent' ? 'paper.consent' : 'paper.hint')}
      wrong={wrong}
    >
      {(error) => (
        <>
          <DraftPapers work={asked.work} kind={kind} error={error(`add-${kind}`)} />
          {rule?.promisable && (
            <label className="choice" htmlFor={`promise-${kind}`}>
              <input
                id={`promise-${kind}`}
                type="checkbox"
                checked={promised}
                onChange={(event) => promise(event.target.checked)}
              />
              {t('paper.promise')}
            </label>
          )}
        </>
      )}
    </QuestionForm>
  );
}
