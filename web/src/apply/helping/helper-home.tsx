import { Link, useNavigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { ApplicationSummary } from '../../../../domain/schemas/application-draft.js';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { usePages } from '../../common/calls/pages.js';
import { ProblemBox } from '../../common/parts/problem-box.js';
import { Applications, Asked, Drafts } from '../parts/my-things.js';
import { Programmes } from '../parts/programmes.js';
import { useTexts } from '../texts/use-texts.js';
import { WhomForm } from './whom-form.js';

/** 代办: whom a helper files for, what waits, and for whom next. */
export function HelperHome({ session }: { readonly session: SessionView }) {
  const { t } = useTexts();
  const navigate = useNavigate();
  return (
    <>
      <p className="lead">{t('helping.lead', { village: session.area.name })}</p>
      <Asked />
      <h2>{t('helping.newcomer')}</h2>
      <WhomForm onSaid={(registerNo) => void navigate({ to: '/household', state: { registerNo } })} />
      <Households />
      <h2>{t('helping.collective')}</h2>
      <p>{t('helping.collectiveLead')}</p>
      <Drafts owner={session.identity.id} />
      <Applications registerNo={null} />
      <Programmes session={session} applicant="collective" />
      <h2>{t('helping.how')}</h2>
      <ol>
        <li>{t('helping.consent')}</li>
        <li>{t('helping.fill')}</li>
        <li>{t('helping.receipt')}</li>
        <li>{t('helping.confirmation')}</li>
      </ol>
    </>
  );
}

/** Households that were filed for, the newest first. */
function Households() {
  const { t } = useTexts();
  const { t: common } = useTranslation('common');
  const pages = usePages('listApplications', { query: { limit: 50 } });
  if (pages.error) return <ProblemBox error={pages.error} />;
  if (!pages.data) return <output className="loading">{common('loading')}</output>;
  const households = byHousehold(pages.data.pages.flatMap(({ items }) => items));
  return (
    <>
      <h2>{t('helping.households')}</h2>
      {households.size === 0 && <p className="none">{t('helping.none')}</p>}
      <ul className="cards">
        {[...households].map(([registerNo, applications]) => (
          <li key={registerNo}>
            <HouseholdCard registerNo={registerNo} applications={applications} />
          </li>
        ))}
      </ul>
      {pages.hasNextPage && (
        <button type="button" className="second" onClick={() => void pages.fetchNextPage()}>
          {t('helping.more')}
        </button>
      )}
    </>
  );
}

interface Filed {
  readonly registerNo: string;
  readonly applications: readonly ApplicationSummary[];
}

function HouseholdCard({ registerNo, applications }: Filed) {
  const { t } = useTexts();
  const name = applications.find(({ applicant }) => applicant !== null)?.applicant;
  const lacking = applications.filter(({ consent }) => consent === 'missing').length;
  const unconfirmed = applications.filter(({ consent, caseNo }) => consent === 'given' && caseNo !== null).length;
  return (
    <Link to="/household" state={{ registerNo }} className="card">
      <strong>{name ?? registerNo}</strong>
      {name != null && <span>{registerNo}</span>}
      <small>
        {t('helping.count', { count: applications.length })}{' '}
        {lacking > 0 && <span className="tag wait">{t('consent.missing')}</span>}{' '}
        {unconfirmed > 0 && <span className="tag wait">{t('consent.unconfirmed')}</span>}
      </small>
    </Link>
  );
}

function byHousehold(applications: readonly ApplicationSummary[]): Map<string, ApplicationSummary[]> {
  const households = new Map<string, ApplicationSummary[]>();
  for (const application of applications) {
    const { registerNo } = application;
    if (registerNo !== null) households.set(registerNo, [...(households.get(registerNo) ?? []), application]);
  }
  return households;
}
