import { Link, useParams } from '@tanstack/react-router';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Awaited } from '../parts/awaited.js';
import { CaseFacts } from '../parts/case-facts.js';
import { Claim } from '../parts/claim.js';
import { Payments } from '../parts/payments.js';
import { SettlementFacts } from '../parts/settlement-facts.js';
import { SignedIn } from '../parts/signed-in.js';
import { Timeline } from '../parts/timeline.js';
import { useTitle } from '../parts/use-title.js';
import { Way } from '../parts/way.js';
import { stepsOf } from '../steps.js';
import { useTexts } from '../texts/use-texts.js';

/** Where a case is, who has it and until when, what is asked, what comes next, what has happened. */
export function CasePage() {
  const { caseNo } = useParams({ from: '/cases/$caseNo' });
  const view = useAsked('getCase', { params: { caseNo } });
  return (
    <SignedIn>
      <Loaded query={view}>{(told) => <Case view={told} />}</Loaded>
    </SignedIn>
  );
}

function Case({ view }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  useTitle(tell(view.programme));
  return (
    <>
      <h1>{tell(view.programme)}</h1>
      <p>
        <span className={view.running ? 'tag wait' : 'tag'}>{tell(view.stage)}</span> {view.caseNo}
      </p>
      <Awaited view={view} />
      {view.holds.length > 0 && <p className="none">{t('case.held')}</p>}
      <Steps view={view} />
      <Payments view={view} />
      <Claim recovery={view.recovery} />
      <Ending view={view} />
      <CaseFacts view={view} />
      <SettlementFacts view={view} />
      <Ahead view={view} />
      <h2>{t('case.way')}</h2>
      <Timeline caseNo={view.caseNo} />
      <p>
        <Link to="/cases/$caseNo/receipt" params={{ caseNo: view.caseNo }}>
          {t('case.receipt')}
        </Link>
      </p>
    </>
  );
}

/** What is still to come where nothing unusual happens. */
function Ahead({ view: { ahead } }: { readonly view: CaseView }) {
  const { t } = useTexts();
  if (ahead.length === 0) return null;
  return (
    <>
      <h2>{t('case.ahead')}</h2>
      <p>{t('case.aheadHint')}</p>
      <Way steps={ahead} />
    </>
  );
}

function Steps({ view }: { readonly view: CaseView }) {
  const { t } = useTexts();
  const { asked, open } = stepsOf(view);
  return (
    <div className="buttons">
      {[...asked, ...open].map((step) => (
        <Link
          key={step}
          to="/cases/$caseNo/$step"
          params={{ caseNo: view.caseNo, step }}
          className={asked.includes(step) ? 'button' : 'button second'}
        >
          {t(`steps.${step}.do`)}
        </Link>
      ))}
    </div>
  );
}

/** How it ended, on what grounds, in whose words, and what one may do about it. */
function Ending({ view: { caseNo, outcome } }: { readonly view: CaseView }) {
  const { t, tell } = useTexts();
  if (!outcome) return null;
  const { kind, reason, basis, words, remedies } = outcome;
  return (
    <section>
      <h2>{t('case.ending')}</h2>
      <p>
        <strong>{tell(kind)}</strong> {reason && tell(reason)}
      </p>
      {words !== null && <p className="words">{words}</p>}
      {basis && (
        <p>
          {t('case.basis')} {tell(basis)}
        </p>
      )}
      {remedies && <p>{tell(remedies)}</p>}
      {kind.code === 'granted' && (
        <Link to="/entitlements/$caseNo" params={{ caseNo }} className="button">
          {t('entitlement.open')}
        </Link>
      )}
    </section>
  );
}
