import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { ENTITLEMENT_STATES } from '../../../../domain/texts/entitlements.js';
import { periodName } from '../../../../domain/texts/periods.js';
import { Deadline } from '../../common/parts/moment.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useProgrammes } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

type State = keyof typeof ENTITLEMENT_STATES;
const STATES = Object.keys(ENTITLEMENT_STATES) as State[];

/** What is paid period after period in the area. */
export function EntitlementsPage() {
  const { t, tell } = useTexts();
  const [programme, setProgramme] = useState<string>();
  const [state, setState] = useState<State>();
  const programmes = useProgrammes(({ workflow }) => workflow === 'entitlement');
  return (
    <ListPage
      room="entitlements"
      id="listEntitlements"
      asked={{ query: { programme, state } }}
      keyOf={({ caseNo }) => caseNo}
      empty={t('entitlements.none')}
      columns={[
        {
          name: t('entitlements.no'),
          show: ({ caseNo }) => (
            <Link to="/entitlements/$caseNo" params={{ caseNo }}>
              {caseNo}
            </Link>
          ),
        },
        { name: t('task.programme'), show: (row) => tell(row.programme) },
        { name: t('case.decisionNo'), show: ({ decisionNo }) => decisionNo },
        { name: t('money.state'), show: (row) => tell(row.state) },
        { name: t('entitlements.next'), show: ({ next }) => next && tell(periodName(next.period)) },
        { name: t('task.due'), show: ({ next }) => next && <Deadline at={next.dueAt} /> },
        { name: t('entitlements.left'), show: ({ periodsLeft }) => periodsLeft, number: true },
      ]}
    >
      <div className="fields">
        <Narrow label={t('task.programme')} value={programme} onChange={setProgramme} options={programmes} />
        <Narrow
          label={t('money.state')}
          value={state}
          onChange={setState}
          options={STATES.map((each) => [each, tell(ENTITLEMENT_STATES[each])])}
        />
      </div>
    </ListPage>
  );
}
