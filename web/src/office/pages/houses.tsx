import { Deadline } from '../../common/parts/moment.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** The ledger of unsafe houses. */
export function HousesPage() {
  const { t, tell } = useTexts();
  return (
    <ListPage
      room="houses"
      id="listHouses"
      keyOf={({ id }) => id}
      empty={t('houses.none')}
      columns={[
        { name: t('houses.registerNo'), show: ({ registerNo }) => registerNo },
        { name: t('houses.head'), show: ({ head }) => head },
        { name: t('houses.place'), show: ({ area }) => `${area.township.name}${area.village.name}` },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('houses.grade'), show: ({ grade }) => grade && tell(grade) },
        { name: t('houses.due'), show: ({ dueAt }) => <Deadline at={dueAt} /> },
        { name: t('houses.left'), show: ({ daysLeft }) => daysLeft, number: true },
        { name: t('inbox.case'), show: ({ caseNo }) => caseNo },
      ]}
    >
      <p>
        <a href="/api/houses/export">{t('houses.export')}</a>
      </p>
    </ListPage>
  );
}
