import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import type { AuditStatistics } from '../../../../domain/schemas/audit-statistics.js';
import { useAsked } from '../../common/calls/query.js';
import { Listing } from '../../common/parts/listing.js';
import { Loaded } from '../../common/parts/loaded.js';
import { Asking, useScopeFields } from '../parts/asking.js';
import { useTitle } from '../parts/use-title.js';
import { useTexts } from '../texts/use-texts.js';

/** What is counted over the cases of an area, each number with its way to them. */
export function StatisticsPage() {
  const { t } = useTexts();
  const scope = useSearch({ from: '/statistics' });
  const navigate = useNavigate({ from: '/statistics' });
  const query = useAsked('getAuditStatistics', { query: scope });
  const fields = useScopeFields();
  useTitle(t('rooms.statistics'));
  return (
    <>
      <h1>{t('rooms.statistics')}</h1>
      <Asking fields={fields} now={scope} submit={t('scope.apply')} onAsk={(said) => void navigate({ search: said })} />
      <Loaded query={query}>
        {({ cases, figures }) => (
          <>
            <p>{t('statistics.cases', { count: cases })}</p>
            {figures.map((one) => (
              <Figure key={one.figure.code} {...one} />
            ))}
          </>
        )}
      </Loaded>
    </>
  );
}

const rounded = (value: number): string => String(Math.round(value * 10) / 10);

function Figure({ figure, unit, groups }: AuditStatistics['figures'][number]) {
  const { t, tell } = useTexts();
  const scope = useSearch({ from: '/statistics' });
  const of = { unit: tell(unit) };
  return (
    <>
      <h2>{tell(figure)}</h2>
      {groups.length === 0 ? (
        <p className="none">{t('statistics.none')}</p>
      ) : (
        <Listing
          caption={tell(figure)}
          rows={groups}
          keyOf={({ key }) => key.code}
          columns={[
            {
              name: t('statistics.key'),
              show: ({ key }) => (
                <Link
                  to="/statistics/$figure"
                  params={{ figure: figure.code }}
                  search={{ ...scope, key: key.code, name: tell(key) }}
                >
                  {tell(key)}
                </Link>
              ),
            },
            { name: t('statistics.number'), show: ({ cases }) => cases, number: true },
            { name: t('statistics.total', of), show: ({ total }) => rounded(total), number: true },
            { name: t('statistics.median', of), show: ({ median }) => rounded(median), number: true },
            { name: t('statistics.most', of), show: ({ most }) => rounded(most), number: true },
          ]}
        />
      )}
    </>
  );
}
