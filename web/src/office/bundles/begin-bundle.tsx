import { Link } from '@tanstack/react-router';
import { NewBundle } from '../../../../domain/schemas/bundle.js';
import { useAsked } from '../../common/calls/query.js';
import { useSession } from '../../common/session.js';
import { ActForm } from '../form/act-form.js';
import { useProgrammes } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

const TOWNSHIP_DIGITS = 9;
const VILLAGE_DIGITS = 12;

/** Begins an application for many households, in a way that is open here. */
export function BeginBundle() {
  const { t, tell } = useTexts();
  const programmes = useProgrammes(({ open, workflow = 'directProject' }) => open && workflow === 'directProject');
  const area = useSession().data?.area.code ?? '';
  const { data } = useAsked('listOpenRoutes', { query: { area: area.slice(0, TOWNSHIP_DIGITS) } }, area !== '');
  // Level by level an application comes from a village.
  const routes = data?.open.filter(
    ({ code }) => code === 'bundled' || (code === 'tiered' && area.length === VILLAGE_DIGITS),
  );
  if (routes?.length === 0) return <p className="none">{t('bundles.closed')}</p>;
  return (
    <details className="filters">
      <summary>{t('bundles.begin')}</summary>
      <ActForm
        act="createBundle"
        schema={NewBundle}
        fields={[
          { name: 'programmeCode', kind: 'select', label: t('task.programme'), options: programmes },
          {
            ...{ name: 'route', kind: 'select', label: t('bundles.route'), hint: t('bundles.routeHint') },
            options: (routes ?? []).map((route) => [route.code, tell(route)] as const),
          },
        ]}
        submit={t('bundles.begin')}
        done={({ no }) => (
          <Link to="/bundles/$no" params={{ no }}>
            {t('bundles.begun', { no })}
          </Link>
        )}
      />
    </details>
  );
}
