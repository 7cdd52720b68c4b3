import { Link } from '@tanstack/react-router';
import { KeptBoards } from '../boards/kept-boards.js';
import { Listing } from '../parts/listing.js';
import { useSession } from '../../common/session.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';
import { useVisits } from '../visits/store.js';
import { stateOf } from '../visits/visit.js';

/** What was taken along on this phone, and how far each is. */
export function VisitsPage() {
  const { t, tell } = useTexts();
  const owner = useSession().data?.identity.id;
  const visits = [...useVisits().values()].filter((visit) => visit.owner === owner);
  useTitle(t('rooms.visits'));
  return (
    <>
      <h1>{t('rooms.visits')}</h1>
      {visits.length === 0 ? (
        <p className="none">
          {t('visits.none')} <Link to="/">{t('done.inbox')}</Link>
        </p>
      ) : (
        <Listing
          caption={t('rooms.visits')}
          rows={visits}
          keyOf={({ id }) => id}
          columns={[
            {
              name: t('inbox.case'),
              show: ({ id, task }) => (
                <Link to="/visits/$id" params={{ id }}>
                  {task.caseNo}
                </Link>
              ),
            },
            { name: t('inbox.stage'), show: ({ task }) => tell(task.stage) },
            { name: t('task.head'), show: ({ task }) => task.applicant },
            { name: t('task.village'), show: ({ task }) => task.village.name },
            { name: t('household.address'), show: ({ task }) => task.household?.address },
            { name: t('money.state'), show: (visit) => t(`visits.state.${stateOf(visit)}`) },
          ]}
        />
      )}
      <KeptBoards />
    </>
  );
}
