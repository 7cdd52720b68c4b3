import type { ComponentType } from 'react';
import { Link, useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { SignedIn } from '../parts/signed-in.js';
import { useTitle } from '../parts/use-title.js';
import { type Step, STEPS, stepsOf } from '../steps.js';
import { AccountStep } from '../steps/account.js';
import { CorrectionStep } from '../steps/correction.js';
import { AgreementRefusalStep, AgreementStep, MovingInStep, OldHomesteadStep } from '../steps/moving.js';
import { PapersStep } from '../steps/papers.js';
import { PayeeStep } from '../steps/payee.js';
import { RatingStep } from '../steps/rating.js';
import { ReportStep } from '../steps/report.js';
import { CompletionStep, ExtensionStep, ReviewStep, StartStep, WithdrawalStep } from '../steps/words.js';
import { useTexts } from '../texts/use-texts.js';
import { NotFound } from '../../common/parts/not-found.js';

const VIEWS: Readonly<Record<Step, ComponentType<{ view: CaseView }>>> = {
  correction: CorrectionStep,
  papers: PapersStep,
  agreement: AgreementStep,
  'agreement-refusal': AgreementRefusalStep,
  start: StartStep,
  completion: CompletionStep,
  'moving-in': MovingInStep,
  'old-homestead': OldHomesteadStep,
  extension: ExtensionStep,
  account: AccountStep,
  payee: PayeeStep,
  report: ReportStep,
  'internal-review': ReviewStep,
  rating: RatingStep,
  withdrawal: WithdrawalStep,
};

/** Something the household does in its case. */
export function StepPage() {
  const { caseNo, step: name } = useParams({ from: '/cases/$caseNo/$step' });
  const view = useAsked('getCase', { params: { caseNo } });
  const step = STEPS.find((each) => each === name);
  if (!step) return <NotFound />;
  return (
    <SignedIn>
      <Loaded query={view}>{(told) => <Doing view={told} step={step} />}</Loaded>
    </SignedIn>
  );
}

function Doing({ view, step }: { readonly view: CaseView; readonly step: Step }) {
  const { t, tell } = useTexts();
  const { asked, open } = stepsOf(view);
  const View = VIEWS[step];
  useTitle(t(`steps.${step}.title`));
  return (
    <>
      <Link to="/cases/$caseNo" params={{ caseNo: view.caseNo }} className="back">
        {t('steps.back')}
      </Link>
      <h1>{t(`steps.${step}.title`)}</h1>
      <p>
        {tell(view.programme)} · {view.caseNo}
      </p>
      {[...asked, ...open].includes(step) ? (
        <>
          <p className="lead">{t(`steps.${step}.hint`)}</p>
          <View view={view} />
        </>
      ) : (
        <p className="none">{t('steps.notNow', { stage: tell(view.stage) })}</p>
      )}
    </>
  );
}
