import { useState } from 'react';
import { useNavigate } from '@tanstack/react-router';
import { countyOf } from '../../../../domain/rules/county-of.js';
import { daysUsed, type Loan, yuanDaysOf } from '../../../../domain/rules/loans.js';
import { parseQuantity, quantityText } from '../../../../domain/rules/quantities.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { unreadable } from '../../../../domain/texts/how-to-write.js';
import { measureOfDays } from '../../../../domain/texts/loans.js';
import { useAct } from '../../common/calls/act.js';
import { useAsked } from '../../common/calls/query.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { WordsField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { QuantityField } from '../parts/quantity-field.js';
import { addId, SentPapers } from '../parts/sent-papers.js';
import { useStepWork } from '../step-work/use-step-work.js';
import { useTexts } from '../texts/use-texts.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';

/** What was found missing, in one list; what is handed in for it. */
export function CorrectionStep({ view }: { readonly view: CaseView }) {
  const query = { county: countyOf(view.area.county.code) };
  const guide = useAsked('getProgramme', { params: { code: view.programme.code }, query });
  return (
    <Loaded query={guide}>
      {(told) => (told.loan ? <OfLoan view={view} guide={told} /> : <Correcting view={view} guide={told} />)}
    </Loaded>
  );
}

interface Shown {
  readonly view: CaseView;
  readonly guide: ProgrammeGuide;
}

/** Of interest, the days are written on which the loan is used. */
function OfLoan(shown: Shown) {
  const application = useAsked('getApplication', { params: { id: shown.view.applicationId } });
  return <Loaded query={application}>{({ loan }) => <Correcting {...shown} loan={loan} />}</Loaded>;
}

function Correcting({ view, guide, loan }: Shown & { readonly loan?: Loan | null }) {
  const { t, tell } = useTexts();
  const navigate = useNavigate();
  const act = useAct('handInCorrection');
  const measure = loan ? measureOfDays(guide.measure, loan) : guide.measure;
  const before = quantityText(loan ? daysUsed(loan, view.quantity) : view.quantity, measure.scale);
  const kept = useStepWork(view, 'correction');
  const { work, change, forget } = kept;
  const { quantity: text = before, words } = work;
  const [waiting, setWaiting] = useState<string>();
  const fault = unreadable(measure, text);
  const written = parseQuantity(text, measure.scale);
  const handIn = async () => {
    const [photo] = work.photos;
    setWaiting(photo?.kind);
    if (photo) return;
    const changed = written !== undefined && text !== before;
    const body = {
      ...(changed && { quantity: loan ? yuanDaysOf(loan, written) : written }),
      ...(words.trim() !== '' && { words }),
    };
    await act.mutateAsync({ params: { id: view.applicationId }, body });
    await forget();
    await navigate({ to: '/cases/$caseNo', params: { caseNo: view.caseNo } });
  };
  return (
    <>
      <Defects caseNo={view.caseNo} />
      <ErrorSummary errors={waiting === undefined ? [] : [{ id: addId(waiting), message: t('paper.stillWaiting') }]} />
      {act.error && <ProblemBox error={act.error} />}
      <QuantityField
        measure={measure}
        text={text}
        onChange={(quantity) => change((now) => ({ ...now, quantity }))}
        error={fault && tell(fault)}
      />
      {guide.papers.map(({ kind, name }) => (
        <section key={kind} aria-label={tell(name)}>
          <h2>{tell(name)}</h2>
          <SentPapers kept={kept} kind={kind} error={waiting === kind ? t('paper.stillWaiting') : undefined} />
        </section>
      ))}
      <WordsField
        label={t('steps.words')}
        value={words}
        onChange={({ target }) => change((now) => ({ ...now, words: target.value }))}
      />
      <div className="buttons">
        <button
          type="button"
          disabled={act.isPending || fault !== undefined}
          onClick={() => void handIn().catch(() => undefined)}
        >
          {t('steps.correction.do')}
        </button>
      </div>
    </>
  );
}

/** What whoever sent it back wrote. */
function Defects({ caseNo }: { readonly caseNo: string }) {
  const { t, tell } = useTexts();
  const timeline = useAsked('getTimeline', { params: { caseNo } });
  const returned = timeline.data?.entries.findLast(({ words }) => words !== null);
  if (!returned) return null;
  return (
    <section className="problem" aria-label={t('steps.correction.missing')}>
      <h2>{t('steps.correction.missing')}</h2>
      <p>{tell(returned.text)}</p>
      <p className="words">{returned.words}</p>
    </section>
  );
}
