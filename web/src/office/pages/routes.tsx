import { useState } from 'react';
import { APPLICATION_ROUTES } from '../../../../domain/rules/application-routes.js';
import { RouteSwitchBody } from '../../../../domain/schemas/route-switch.js';
import { ROUTE_NAMES } from '../../../../domain/texts/application-routes.js';
import { useAsked } from '../../common/calls/query.js';
import { SelectField } from '../../common/form/field.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Moment } from '../../common/parts/moment.js';
import { useSession } from '../../common/session.js';
import { ActForm } from '../form/act-form.js';
import { Facts } from '../parts/facts.js';
import { Listing } from '../parts/listing.js';
import { useAreas } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

const TOWNSHIP_DIGITS = 9;

/** Which ways of applying are open in a county or township, by which switches; opening and closing one. */
export function RoutesPage() {
  const { t, tell, list } = useTexts();
  const { data: session } = useSession();
  const areas = useAreas().filter(([code]) => code.length <= TOWNSHIP_DIGITS);
  const [chosen, setChosen] = useState<string>();
  const area = chosen ?? session?.area.code.slice(0, TOWNSHIP_DIGITS) ?? '';
  const routes = useAsked('listOpenRoutes', { query: { area } }, area !== '');
  const may = useMay('administrator');
  useTitle(t('rooms.routes'));
  return (
    <>
      <h1>{t('rooms.routes')}</h1>
      <SelectField
        label={t('people.area')}
        value={area}
        onChange={({ target }) => setChosen(target.value)}
        options={areas}
      />
      <Loaded query={routes}>
        {({ open, switches }) => (
          <>
            <Facts facts={{ [t('routes.open')]: list(open.map(tell)) || t('routes.noneOpen') }} />
            {may && <Switch key={area} area={area} />}
            <h2>{t('routes.switches')}</h2>
            {switches.length === 0 ? (
              <p className="none">{t('routes.none')}</p>
            ) : (
              <Listing
                caption={t('routes.switches')}
                rows={switches}
                keyOf={({ area: of, route, from }) => `${of} ${route.code} ${from}`}
                columns={[
                  { name: t('people.area'), show: ({ area: of }) => new Map(areas).get(of) ?? of },
                  { name: t('bundles.route'), show: ({ route }) => tell(route) },
                  { name: t('routes.from'), show: ({ from }) => from },
                  { name: t('money.state'), show: (each) => t(each.open ? 'routes.opened' : 'routes.closed') },
                  { name: t('routes.at'), show: ({ at }) => <Moment at={at} /> },
                ]}
              />
            )}
          </>
        )}
      </Loaded>
    </>
  );
}

function Switch({ area }: { readonly area: string }) {
  const { t, tell, list } = useTexts();
  return (
    <details className="filters">
      <summary>{t('routes.switch')}</summary>
      <ActForm
        act="switchRoute"
        {...{ schema: RouteSwitchBody, fixed: { area } }}
        fields={[
          {
            ...{ name: 'route', kind: 'select', label: t('bundles.route') },
            options: APPLICATION_ROUTES.map((route) => [route, tell(ROUTE_NAMES[route])] as const),
          },
          { name: 'from', kind: 'date', label: t('routes.from'), hint: t('routes.fromHint') },
          { name: 'open', kind: 'flag', label: t('routes.opens') },
        ]}
        submit={t('routes.switch')}
        done={({ open }) => t('routes.switched', { routes: list(open.map(tell)) || t('routes.noneOpen') })}
      />
    </details>
  );
}
