import { useEffect } from 'react';
import { Link, useNavigate, useParams } from '@tanstack/react-router';
import type { StandardFacts } from '../../../../domain/rules/household-standard.js';
import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { Refusal } from '../../common/calls/refusal.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { anew, without } from '../draft/draft.js';
import { loanRead } from '../draft/loan.js';
import { questionFor } from '../draft/questions.js';
import { drafts } from '../draft/store.js';
import type { Work } from '../draft/use-work.js';
import { AnswerRow } from '../parts/answer-row.js';
import { Ineligible, reasonsAgainst } from '../parts/ineligible.js';
import { SavedNote } from '../parts/saved-note.js';
import { Worth } from '../parts/worth.js';
import { useTitle } from '../parts/use-title.js';
import { WithWork } from '../questions/with-work.js';
import { useTexts } from '../texts/use-texts.js';

/** All answers in one place, each to be changed, and what is missing; then it is sent. */
export function CheckPage() {
  const { id } = useParams({ from: '/applications/$id' });
  return <WithWork id={id}>{(work) => <Check work={work} />}</WithWork>;
}

function Check({ work }: { readonly work: Work }) {
  const { t, tell } = useTexts();
  const { draft, guide, questions, application, household } = work;
  const reasons = reasonsAgainst(guide, household, draft.answers.personId);
  useTitle(t('check.title'));
  useGoToReceipt(draft.caseNo ?? application?.caseNo ?? undefined, draft.id);
  if (draft.submitKey !== undefined) return <Sending work={work} />;
  return (
    <>
      <h1>{t('check.title')}</h1>
      <p className="lead">{tell(guide.name)}</p>
      {draft.refused && (
        <ProblemBox error={new Refusal(draft.refused)}>
          {draft.refused.caseNo !== undefined && (
            <Link to="/cases/$caseNo" params={{ caseNo: draft.refused.caseNo }}>
              {t('check.running')}
            </Link>
          )}
        </ProblemBox>
      )}
      <Ineligible reasons={reasons} />
      <Missing work={work} />
      <dl className="answers">
        {questions.map((question) => (
          <AnswerRow key={question} work={work} question={question} />
        ))}
      </dl>
      {reasons.length === 0 && <Amount work={work} />}
      <Submit work={work} />
      <SavedNote draft={draft} />
    </>
  );
}

/** What it became is shown by its receipt; the draft has done its duty. */
function useGoToReceipt(caseNo: string | undefined, draftId: string): void {
  const navigate = useNavigate();
  useEffect(() => {
    if (caseNo === undefined) return;
    void navigate({ to: '/cases/$caseNo/receipt', params: { caseNo }, replace: true }).then(() =>
      drafts.forget(draftId),
    );
  }, [caseNo, draftId, navigate]);
}

function Missing({ work: { draft, missing } }: { readonly work: Work }) {
  const { t, tell } = useTexts();
  if (missing.length === 0) return <p className="good">{t('check.complete')}</p>;
  return (
    <section className="problem" aria-label={t('check.missing')}>
      <h2>{t('check.missing')}</h2>
      <ul>
        {missing.map((each) => (
          <li key={each.field}>
            <Link
              to="/applications/$id/$question"
              params={{ id: draft.id, question: questionFor(each.field) }}
              search={{ from: 'check' }}
            >
              {tell(each)}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Amount({ work: { draft, guide, household } }: { readonly work: Work }) {
  const { quantity, loan } = draft.answers;
  return (
    <div>
      <Worth
        standard={guide.standard}
        facts={draft.collective ? {} : household && factsOf(household)}
        quantity={parseQuantity(quantity, draft.scale)}
        loan={guide.loan && loanRead(loan)}
      />
    </div>
  );
}

const factsOf = ({ group, members }: HouseholdView): StandardFacts => ({
  ...{ group, persons: members.filter(({ status }) => status === 'present').length },
});

function Submit({ work: { draft, missing } }: { readonly work: Work }) {
  const { t } = useTexts();
  const submit = () =>
    void drafts.change(draft.id, (now) => ({ ...anew(now), submitKey: now.submitKey ?? crypto.randomUUID() }));
  return (
    <>
      <p>{t('check.declaration')}</p>
      <div className="buttons">
        <button type="button" disabled={missing.length > 0} onClick={submit}>
          {t('check.submit')}
        </button>
      </div>
    </>
  );
}

/** It is on its way: once, however often the line breaks. */
function Sending({ work: { draft } }: { readonly work: Work }) {
  const { t } = useTexts();
  const takeBack = () => void drafts.change(draft.id, (now) => without(now, 'submitKey'));
  return (
    <>
      <h1>{t('sending.title')}</h1>
      <output className="good">{navigator.onLine ? t('sending.online') : t('sending.offline')}</output>
      {!navigator.onLine && (
        <button type="button" className="second" onClick={takeBack}>
          {t('sending.takeBack')}
        </button>
      )}
    </>
  );
}
