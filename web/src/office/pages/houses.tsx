import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { HOUSE_STATES, type HouseState } from '../../../../domain/rules/homestead.js';
import { HOUSE_STATE_TEXTS } from '../../../../domain/texts/houses.js';
import { Deadline } from '../../common/parts/moment.js';
import { Download } from '../../common/parts/download.js';
import { BeginRenovation } from '../housing/begin-renovation.js';
import { EnterHouse } from '../housing/enter-house.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** The ledger of unsafe houses: entering one, beginning the case of one that waits. */
export function HousesPage() {
  const { t, tell } = useTexts();
  const [state, setState] = useState<HouseState>();
  const [overdue, setOverdue] = useState<'true'>();
  const may = useMay('housingOfficer', 'inspector', 'townshipVerifier');
  return (
    <ListPage
      room="houses"
      id="listHouses"
      asked={{ query: { state, overdue } }}
      keyOf={({ id }) => id}
      empty={t(may ? 'houses.noneYet' : 'houses.none')}
      columns={[
        { name: t('houses.registerNo'), show: ({ registerNo }) => registerNo },
        { name: t('houses.head'), show: ({ head }) => head },
        { name: t('houses.place'), show: ({ area }) => `${area.township.name}${area.village.name}` },
        { name: t('money.state'), show: (house) => tell(house.state) },
        { name: t('houses.grade'), show: ({ grade }) => grade && tell(grade) },
        { name: t('houses.due'), show: ({ dueAt }) => <Deadline at={dueAt} /> },
        { name: t('houses.left'), show: ({ daysLeft }) => daysLeft, number: true },
        {
          name: t('inbox.case'),
          show: ({ id, caseNo, state: { code } }) =>
            caseNo ? (
              <Link to="/cases/$caseNo" params={{ caseNo }}>
                {caseNo}
              </Link>
            ) : may && code === 'found' ? (
              <BeginRenovation id={id} />
            ) : null,
        },
      ]}
    >
      <div>
        <Download href="/api/houses/export">{t('houses.export')}</Download>
      </div>
      {may && <EnterHouse />}
      <div className="fields">
        <Narrow
          label={t('money.state')}
          value={state}
          onChange={setState}
          options={HOUSE_STATES.map((each) => [each, tell(HOUSE_STATE_TEXTS[each])])}
        />
        <Narrow
          label={t('houses.which')}
          value={overdue}
          onChange={setOverdue}
          options={[['true', t('inbox.overdue')]]}
        />
      </div>
    </ListPage>
  );
}
