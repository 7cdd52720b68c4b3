import type { Workload } from '../../../../domain/schemas/desk.js';
import { useAsked } from '../../common/calls/query.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Listing } from '../parts/listing.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** Where the work is, whose it is, and how long it takes. */
export function OverviewPage() {
  const { t } = useTexts();
  const workload = useAsked('getWorkload', {});
  useTitle(t('rooms.overview'));
  return (
    <>
      <h1>{t('rooms.overview')}</h1>
      <Loaded query={workload}>
        {({ stages, people }) =>
          stages.length === 0 ? (
            <p className="none">{t('overview.none')}</p>
          ) : (
            <>
              <h2>{t('overview.stages')}</h2>
              <Stages stages={stages} />
              <h2>{t('overview.people')}</h2>
              <People people={people} />
            </>
          )
        }
      </Loaded>
    </>
  );
}

const hours = (value: number | null): string => (value === null ? '' : value.toFixed(1));

function Stages({ stages }: Pick<Workload, 'stages'>) {
  const { t, tell } = useTexts();
  return (
    <Listing
      caption={t('overview.stages')}
      rows={stages}
      keyOf={({ stage }) => stage.code}
      columns={[
        { name: t('inbox.stage'), show: ({ stage }) => tell(stage) },
        { name: t('overview.open'), show: ({ open }) => open, number: true },
        { name: t('overview.overdue'), show: ({ overdue }) => overdue, number: true },
        { name: t('overview.unclaimed'), show: ({ unclaimed }) => unclaimed, number: true },
        { name: t('overview.done'), show: ({ done }) => done, number: true },
        { name: t('overview.mean'), show: ({ meanHours }) => hours(meanHours), number: true },
        { name: t('overview.limit'), show: ({ limitHours }) => hours(limitHours), number: true },
      ]}
    />
  );
}

function People({ people }: Pick<Workload, 'people'>) {
  const { t } = useTexts();
  return (
    <Listing
      caption={t('overview.people')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        { name: t('people.name'), show: ({ name }) => name },
        { name: t('people.office'), show: ({ office }) => office },
        { name: t('overview.open'), show: ({ open }) => open, number: true },
        { name: t('overview.overdue'), show: ({ overdue }) => overdue, number: true },
        { name: t('overview.done'), show: ({ done }) => done, number: true },
      ]}
    />
  );
}
