import { Link, useParams } from '@tanstack/react-router';
import type { EntitlementView } from '../../../../domain/schemas/entitlement.js';
import { dayOfText } from '../../../../domain/texts/moments.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { EntitlementFacts } from '../parts/entitlement-facts.js';
import { EntitlementRuns } from '../parts/entitlement-runs.js';
import { NextPeriod } from '../parts/entitlements.js';
import { SignedIn } from '../parts/signed-in.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What is paid period after period: how much, when next, what was paid, why it ended, what the household has to tell. */
export function EntitlementPage() {
  const { caseNo } = useParams({ from: '/entitlements/$caseNo' });
  const told = useAsked('getEntitlement', { params: { caseNo } });
  return (
    <SignedIn>
      <Loaded query={told}>{(view) => <Entitlement view={view} />}</Loaded>
    </SignedIn>
  );
}

function Entitlement({ view }: { readonly view: EntitlementView }) {
  const { t, tell } = useTexts();
  const { caseNo, programme, state, personal, ended } = view;
  useTitle(tell(programme));
  return (
    <>
      <Link to="/" className="back">
        {t('entitlement.back')}
      </Link>
      <h1>{tell(programme)}</h1>
      <p>
        <span className={ended ? 'tag wait' : 'tag'}>{tell(state)}</span> {caseNo}
      </p>
      {ended ? <Ended ended={ended} /> : <Next view={view} />}
      <h2>{t('entitlement.runs')}</h2>
      <EntitlementRuns caseNo={caseNo} />
      <h2>{t('entitlement.facts')}</h2>
      <EntitlementFacts view={view} />
      {!ended && <ToReport personal={personal} />}
      <div className="buttons">
        <Link to="/cases/$caseNo" params={{ caseNo }} className="button second">
          {t('entitlement.grant')}
        </Link>
        <Link to="/programmes/$code" params={{ code: programme.code }} className="button second">
          {t('entitlement.guide')}
        </Link>
      </div>
    </>
  );
}

function Next({ view: { next } }: { readonly view: EntitlementView }) {
  const { t } = useTexts();
  return (
    <>
      <p className="good">{next ? <NextPeriod next={next} /> : t('entitlement.noNext')}</p>
      <p>{t('entitlement.automatic')}</p>
    </>
  );
}

/** Since when it is paid no longer, why, and what to do. */
function Ended({ ended: { at, reason } }: { readonly ended: NonNullable<EntitlementView['ended']> }) {
  const { t, tell } = useTexts();
  return (
    <section className="none">
      <h2>{t('entitlement.ended')}</h2>
      <p>{t('entitlement.endedWhy', { day: tell(dayOfText(Date.parse(at))), reason: tell(reason) })}</p>
      <p>{t('entitlement.endedHint')}</p>
    </section>
  );
}

/** Changes in the household that it has to tell, and to whom. */
function ToReport({ personal }: { readonly personal: boolean }) {
  const { t } = useTexts();
  return (
    <section>
      <h2>{t('entitlement.report')}</h2>
      <ul>
        <li>{t('entitlement.reports.family')}</li>
        {personal && <li>{t('entitlement.reports.person')}</li>}
        <li>{t('entitlement.reports.account')}</li>
      </ul>
      <p>{t('entitlement.reportHow')}</p>
    </section>
  );
}
