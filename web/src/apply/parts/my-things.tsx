import { useSyncExternalStore } from 'react';
import { Link } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from './moment.js';
import { useSession } from '../../common/session.js';
import { countyQuery } from '../county.js';
import { drafts } from '../draft/store.js';
import { Entitlements } from './entitlements.js';
import { ConsentTag } from '../helping/consent-tag.js';
import { useTexts } from '../texts/use-texts.js';

/** What waits for whoever is signed in, what he has begun, what he has asked for. */
export function MyThings({ session }: { readonly session: SessionView }) {
  return (
    <>
      <Asked />
      <Drafts owner={session.identity.id} />
      <Entitlements />
      <Applications />
    </>
  );
}

/** What the cases ask of the household, the most urgent first. */
export function Asked() {
  const { t, tell } = useTexts();
  const tasks = useAsked('listTasks', { query: { limit: 50 } });
  const items = (tasks.data?.items ?? []).filter((task) => task.kind === 'case');
  if (items.length === 0) return null;
  return (
    <>
      <h2>{t('home.asked')}</h2>
      <ul className="cards">
        {items.map(({ id, caseNo, stage, programme, dueAt, overdue }) => (
          <li key={id}>
            <Link to="/cases/$caseNo" params={{ caseNo }} className="card">
              <strong>{tell(stage)}</strong>
              <span>{tell(programme)}</span>
              <small>
                {dueAt !== null && (
                  <>
                    {t('case.until')} <Deadline at={dueAt} />
                  </>
                )}{' '}
                {overdue && <span className="tag wait">{t('case.overdue')}</span>}
              </small>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

/** Begun on this phone and not with the office yet. */
export function Drafts({ owner, registerNo: whose }: { readonly owner: string; readonly registerNo?: string }) {
  const { t, tell } = useTexts();
  const all = useSyncExternalStore(drafts.whenChanged, drafts.all);
  const { data: session } = useSession();
  const { data: programmes } = useAsked('listProgrammes', { query: countyQuery(session) });
  const own = [...all.values()].filter(
    (draft) => draft.owner === owner && draft.applicationId === undefined && draft.registerNo === whose,
  );
  if (own.length === 0) return null;
  const nameOf = (code: string) => programmes?.items.find((each) => each.code === code)?.name;
  return (
    <>
      <h2>{t('home.onPhone')}</h2>
      <ul className="cards">
        {own.map(({ id, programmeCode, registerNo, collective }) => {
          const name = nameOf(programmeCode);
          return (
            <li key={id}>
              <Link to="/applications/$id" params={{ id }} className="card">
                <strong>{name ? tell(name) : t('home.draft')}</strong>
                <span>{registerNo ?? collective?.name}</span>
                <small>{t('saved.onPhone')}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

/** What was applied for; `registerNo`: of a helper, for this household; null, for a village collective. */
export function Applications({ registerNo: whose }: { readonly registerNo?: string | null }) {
  const { t, tell } = useTexts();
  const applications = useAsked('listApplications', { query: { limit: whose === undefined ? 50 : 100 } });
  return (
    <Loaded query={applications}>
      {({ items: all }) => {
        const items = all.filter(({ registerNo }) => whose === undefined || registerNo === whose);
        if (items.length === 0) return null;
        return (
          <>
            <h2>{t(whose === undefined ? 'home.mine' : 'helping.filed')}</h2>
            <ul className="cards">
              {items.map(({ id, programme, registerNo, applicant, caseNo, stage, consent, updatedAt }) => (
                <li key={id}>
                  <Link
                    {...(caseNo === null
                      ? ({ to: '/applications/$id', params: { id } } as const)
                      : ({ to: '/cases/$caseNo', params: { caseNo } } as const))}
                    className="card"
                  >
                    <strong>{tell(programme.name)}</strong>
                    <span>
                      <span className={stage ? 'tag' : 'tag wait'}>{stage ? tell(stage) : t('home.draft')}</span>{' '}
                      {caseNo ?? registerNo ?? applicant}
                      {consent !== null && <ConsentTag consent={consent} sent={caseNo !== null} />}
                    </span>
                    <small>
                      <Moment at={updatedAt} />
                    </small>
                  </Link>
                </li>
              ))}
            </ul>
          </>
        );
      }}
    </Loaded>
  );
}
