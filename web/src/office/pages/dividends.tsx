import { Link } from '@tanstack/react-router';
import { NewDividend } from '../../../../domain/schemas/dividend.js';
import { useAsked } from '../../common/calls/query.js';
import { Moment } from '../../common/parts/moment.js';
import { ActForm } from '../form/act-form.js';
import { ListPage } from '../parts/list-page.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** The incomes that were divided, or are being; dividing that of a year. */
export function DividendsPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentMaker');
  return (
    <ListPage
      room="dividends"
      id="listDividends"
      keyOf={({ no }) => no}
      empty={t('dividends.none')}
      columns={[
        {
          name: t('schedules.no'),
          show: ({ no }) => (
            <Link to="/dividends/$no" params={{ no }}>
              {no}
            </Link>
          ),
        },
        { name: t('dividends.asset'), show: ({ asset }) => asset.name },
        { name: t('funds.year'), show: ({ year }) => year },
        { name: t('money.state'), show: ({ state }) => tell(state) },
        { name: t('dividends.income'), show: ({ incomeFen }) => <Yuan fen={incomeFen} />, number: true },
        { name: t('dividends.paid'), show: ({ progress: { paid, listed } }) => `${paid} / ${listed}`, number: true },
        { name: t('schedules.made'), show: ({ madeAt }) => <Moment at={madeAt} /> },
      ]}
    >
      {may && <Divide />}
    </ListPage>
  );
}

const MOST = 100;

function Divide() {
  const { t } = useTexts();
  const { data } = useAsked('listAssets', { query: { limit: MOST } });
  return (
    <details className="filters">
      <summary>{t('dividends.divide')}</summary>
      <ActForm
        act="makeDividend"
        schema={NewDividend}
        fields={[
          {
            ...{ name: 'assetId', kind: 'select', label: t('dividends.asset'), hint: t('dividends.assetHint') },
            options: (data?.items ?? []).map(({ id, name }) => [id, name] as const),
          },
          { name: 'year', kind: 'number', label: t('funds.year') },
        ]}
        submit={t('dividends.divide')}
        done={({ no }) => (
          <Link to="/dividends/$no" params={{ no }}>
            {t('dividends.begun', { no })}
          </Link>
        )}
      />
    </details>
  );
}
