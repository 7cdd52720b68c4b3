import { Link } from '@tanstack/react-router';
import type { Workload } from '../../../../domain/schemas/desk.js';
import { Listing } from '../parts/listing.js';
import { useTexts } from '../texts/use-texts.js';

/** What each official has on his desk and has done; his name leads to his tasks. */
export function PeopleLoad({ people }: Pick<Workload, 'people'>) {
  const { t } = useTexts();
  return (
    <Listing
      caption={t('overview.people')}
      rows={people}
      keyOf={({ id }) => id}
      columns={[
        {
          name: t('people.name'),
          show: ({ id, name }) => (
            <Link to="/overview/tasks" search={{ official: id }}>
              {name}
            </Link>
          ),
        },
        { name: t('people.office'), show: ({ office }) => office },
        { name: t('overview.open'), show: ({ open }) => open, number: true },
        { name: t('overview.overdue'), show: ({ overdue }) => overdue, number: true },
        { name: t('overview.done'), show: ({ done }) => done, number: true },
      ]}
    />
  );
}
