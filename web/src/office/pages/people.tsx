import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** Who works here, where, and as what. */
export function PeoplePage() {
  const { t, tell, list } = useTexts();
  return (
    <ListPage
      room="people"
      id="listOfficials"
      keyOf={({ id }) => id}
      empty={t('people.none')}
      columns={[
        { name: t('people.name'), show: ({ name }) => name },
        { name: t('people.office'), show: ({ office }) => office },
        { name: t('people.area'), show: ({ area }) => area },
        { name: t('people.roles'), show: ({ roles }) => list(roles.map(tell)) },
        { name: t('people.active'), show: ({ active }) => t(active ? 'people.on' : 'people.off') },
      ]}
    />
  );
}
