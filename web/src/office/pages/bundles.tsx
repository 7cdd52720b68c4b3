import { useState } from 'react';
import { Link } from '@tanstack/react-router';
import { BUNDLE_STATES, type BundleState } from '../../../../domain/rules/bundle-states.js';
import { BUNDLE_STATE_NAMES } from '../../../../domain/texts/bundles.js';
import { Moment } from '../../common/parts/moment.js';
import { BeginBundle } from '../bundles/begin-bundle.js';
import { ListPage } from '../parts/list-page.js';
import { Narrow } from '../parts/narrow.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** Bundled and tiered applications of the area; beginning one. */
export function BundlesPage() {
  const { t, tell } = useTexts();
  const [state, setState] = useState<BundleState>();
  const may = useMay('villageCadre', 'townshipClerk');
  return (
    <ListPage
      room="bundles"
      id="listBundles"
      asked={{ query: { state } }}
      keyOf={({ no }) => no}
      empty={t(may ? 'bundles.noneYet' : 'bundles.none')}
      columns={[
        {
          name: t('bundles.no'),
          show: ({ no }) => (
            <Link to="/bundles/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('task.programme'), show: ({ programme }) => tell(programme) },
        { name: t('bundles.route'), show: ({ route }) => tell(route) },
        { name: t('bundles.area'), show: ({ area }) => area.name },
        { name: t('money.state'), show: (bundle) => tell(bundle.state) },
        { name: t('bundles.households'), show: ({ households }) => households, number: true },
        { name: t('bundles.submitted'), show: ({ submittedAt }) => submittedAt && <Moment at={submittedAt} /> },
      ]}
    >
      {may && <BeginBundle />}
      <Narrow
        label={t('money.state')}
        value={state}
        onChange={setState}
        options={BUNDLE_STATES.map((each) => [each, tell(BUNDLE_STATE_NAMES[each])])}
      />
    </ListPage>
  );
}
