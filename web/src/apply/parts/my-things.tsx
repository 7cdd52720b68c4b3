import { useSyncExternalStore } from 'react';
import { Link } from '@tanstack/react-router';
import type { SessionView } from '../../../../domain/schemas/session.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Deadline, Moment } from '../../common/parts/moment.js';
import { drafts } from '../draft/store.js';
import { useTexts } from '../texts/use-texts.js';

/** What waits for whoever is signed in, what he has begun, what he has asked for. */
export function MyThings({ session }: { readonly session: SessionView }) {
  return (
    <>
      <Asked />
      <Drafts owner={session.identity.id} />
      <Applications />
    </>
  );
}

/** What the cases ask of the household, the most urgent first. */
function Asked() {
  const { t, tell } = useTexts();
  const tasks = useAsked('listTasks', { query: { limit: 50 } });
  const items = tasks.data?.items ?? [];
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
function Drafts({ owner }: { readonly owner: string }) {
  const { t, tell } = useTexts();
  const all = useSyncExternalStore(drafts.whenChanged, drafts.all);
  const { data: programmes } = useAsked('listProgrammes', { query: {} });
  const own = [...all.values()].filter((draft) => draft.owner === owner && draft.applicationId === undefined);
  if (own.length === 0) return null;
  const nameOf = (code: string) => programmes?.items.find((each) => each.code === code)?.name;
  return (
    <>
      <h2>{t('home.onPhone')}</h2>
      <ul className="cards">
        {own.map(({ id, programmeCode, registerNo }) => {
          const name = nameOf(programmeCode);
          return (
            <li key={id}>
              <Link to="/applications/$id" params={{ id }} className="card">
                <strong>{name ? tell(name) : programmeCode}</strong>
                <span>{registerNo}</span>
                <small>{t('saved.onPhone')}</small>
              </Link>
            </li>
          );
        })}
      </ul>
    </>
  );
}

function Applications() {
  const { t, tell } = useTexts();
  const applications = useAsked('listApplications', { query: { limit: 50 } });
  return (
    <Loaded query={applications}>
      {({ items }) => {
        if (items.length === 0) return null;
        return (
          <>
            <h2>{t('home.mine')}</h2>
            <ul className="cards">
              {items.map(({ id, programme, registerNo, caseNo, stage, updatedAt }) => (
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
                      {caseNo ?? registerNo}
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
