import { Link } from '@tanstack/react-router';
import { NewSite } from '../../../../domain/schemas/resettlement.js';
import { Download } from '../../common/parts/download.js';
import { ActForm } from '../form/act-form.js';
import { usePlotsField } from '../housing/plots-field.js';
import { ListPage } from '../parts/list-page.js';
import { useAreas } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** Resettlement sites: what they hold, what is taken, what is left. */
export function SitesPage() {
  const { t } = useTexts();
  const may = useMay('countyChecker', 'countyApprover', 'housingOfficer');
  return (
    <ListPage
      room="sites"
      id="listSites"
      keyOf={({ id }) => id}
      empty={t(may ? 'sites.noneYet' : 'sites.none')}
      columns={[
        {
          name: t('sites.name'),
          show: ({ id, name }) => (
            <Link to="/sites/$id" params={{ id }}>
              {name}
            </Link>
          ),
        },
        { name: t('people.area'), show: ({ area }) => area.name },
        { name: t('sites.capacity'), show: ({ capacity }) => capacity, number: true },
        { name: t('sites.taken'), show: ({ taken }) => taken, number: true },
        { name: t('sites.left'), show: ({ left }) => left, number: true },
        { name: t('sites.plots'), show: ({ plots }) => plots, number: true },
        { name: t('sites.plotsLeft'), show: ({ plotsLeft }) => plotsLeft, number: true },
      ]}
    >
      <div>
        <Download href="/api/resettlement-sites/export">{t('houses.export')}</Download>
      </div>
      {may && <EnterSite />}
    </ListPage>
  );
}

const COUNTY_DIGITS = 6;

function EnterSite() {
  const { t } = useTexts();
  const plots = usePlotsField(true);
  const areas = useAreas().filter(([code]) => code.length > COUNTY_DIGITS);
  return (
    <details className="filters">
      <summary>{t('sites.enter')}</summary>
      <ActForm
        act="enterSite"
        schema={NewSite}
        fields={[
          { name: 'name', kind: 'text', label: t('sites.name') },
          { name: 'area', kind: 'select', label: t('people.area'), options: areas },
          { name: 'capacity', kind: 'number', label: t('sites.capacity') },
          plots,
        ]}
        submit={t('sites.enter')}
        done={({ name }) => t('sites.entered', { name })}
      />
    </details>
  );
}
