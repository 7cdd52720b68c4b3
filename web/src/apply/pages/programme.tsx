import { Fragment } from 'react';
import { Link, useLocation, useParams } from '@tanstack/react-router';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Ineligible, reasonsAgainst } from '../parts/ineligible.js';
import { Day, Deadline } from '../parts/moment.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { Calculator } from '../parts/calculator.js';
import { useRegister } from '../parts/use-register.js';
import { useTitle } from '../parts/use-title.js';
import { Way } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';

/** The guide to a programme (办事指南): who may, how much, which papers, which steps, on what basis. */
export function ProgrammePage() {
  const { code } = useParams({ from: '/programmes/$code' });
  const { data: session, isPending } = useSession();
  const guide = useAsked('getProgramme', { params: { code }, query: countyQuery(session) }, !isPending);
  return <Loaded query={guide}>{(told) => <Guide guide={told} />}</Loaded>;
}

function Guide({ guide }: { readonly guide: ProgrammeGuide }) {
  const { t, tell } = useTexts();
  const { state } = useLocation();
  const isHousehold = useSession().data?.identity.kind === 'household';
  const household = useRegister();
  const isOfCollective = guide.applicant === 'collective';
  useTitle(tell(guide.name));
  return (
    <>
      <h1>{tell(guide.name)}</h1>
      <p className="lead">{tell(guide.summary)}</p>
      {isOfCollective && <p className="none">{t('programme.ofCollective')}</p>}
      <Ineligible reasons={reasonsAgainst(guide, household)} />
      {guide.open && !(isOfCollective && isHousehold) && (
        <Link to="/begin/$code" params={{ code: guide.code }} state={state} className="button">
          {t('programme.begin')}
        </Link>
      )}
      {!guide.open && <p className="none">{t('programme.closed')}</p>}
      <Calculator guide={guide} />
      <Facts guide={guide} />
      <h2>{t('programme.papers')}</h2>
      <Papers papers={guide.papers} />
      {!isOfCollective && (
        <p>
          <a href={`/programmes/${guide.code}/form${isHousehold ? '/own' : ''}`} target="_blank" rel="noreferrer">
            {t(isHousehold ? 'programme.ownForm' : 'programme.form')}
          </a>
        </p>
      )}
      <h2>{t('programme.steps')}</h2>
      <Way steps={guide.steps} clauses />
    </>
  );
}

function Facts({ guide }: { readonly guide: ProgrammeGuide }) {
  const { t, tell } = useTexts();
  return (
    <dl className="facts">
      <dt>{t('programme.who')}</dt>
      <dd>{tell(guide.eligibility)}</dd>
      <dt>{t('programme.pays')}</dt>
      <dd>{tell(guide.standardText)}</dd>
      <dt>{t('programme.term')}</dt>
      <dd>
        <Day at={guide.opensAt} /> – <Deadline at={guide.closesAt} />
      </dd>
      {guide.rules.map(({ name, text }) => (
        <Fragment key={name.zh}>
          <dt>{tell(name)}</dt>
          <dd>{tell(text)}</dd>
        </Fragment>
      ))}
      <dt>{t('programme.basis')}</dt>
      <dd>{tell(guide.basis)}</dd>
      <dt>{t('programme.source')}</dt>
      <dd>
        {guide.source.kind === 'example' && <span className="tag">{t('programme.example')}</span>}{' '}
        <span lang="zh-CN">{guide.source.text}</span>
      </dd>
      <dt>{t('programme.remedies')}</dt>
      <dd>{tell(guide.remedies)}</dd>
    </dl>
  );
}

function Papers({ papers }: Pick<ProgrammeGuide, 'papers'>) {
  const { t, tell } = useTexts();
  if (papers.length === 0) return <p>{t('programme.noPapers')}</p>;
  return (
    <ul>
      {papers.map(({ kind, name, required, promisable }) => (
        <li key={kind}>
          {tell(name)} {!required && <span className="tag">{t('programme.optional')}</span>}
          {promisable && <span className="tag">{t('programme.promisable')}</span>}
        </li>
      ))}
    </ul>
  );
}
