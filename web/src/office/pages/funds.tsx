import { Link } from '@tanstack/react-router';
import { usePages } from '../../common/calls/pages.js';
import { FigureLink, useFigureColumns } from '../money/figure.js';
import { NewFundForm } from '../money/new-fund.js';
import { Facts } from '../parts/facts.js';
import { ListPage } from '../parts/list-page.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** Funds, and what became of them; each figure leads to its entries. */
export function FundsPage() {
  const { t, tell } = useTexts();
  const may = useMay('paymentReviewer');
  const figures = useFigureColumns();
  return (
    <ListPage
      room="funds"
      id="listFunds"
      keyOf={({ id }) => id}
      empty={t('funds.none')}
      columns={[
        {
          name: t('funds.name'),
          show: ({ id, name }) => (
            <Link to="/funds/$fundId" params={{ fundId: id }}>
              {name}
            </Link>
          ),
        },
        { name: t('funds.source'), show: ({ source }) => tell(source) },
        { name: t('funds.year'), show: ({ fiscalYear }) => fiscalYear },
        ...figures,
      ]}
    >
      <p className="ways">
        <Link to="/allotments">{t('funds.allotments')}</Link>
        <Link to="/year-ends">{t('rooms.yearEnds')}</Link>
      </p>
      <Totals />
      {may && <NewFundForm />}
    </ListPage>
  );
}

/** Of all funds of the list. */
function Totals() {
  const { t } = useTexts();
  const { data } = usePages('listFunds', {});
  const totals = data?.pages[0]?.totals;
  if (!totals) return null;
  return (
    <Facts
      facts={{
        [t('funds.allocated')]: <FigureLink figure={totals.allocated} />,
        [t('funds.reserved')]: <FigureLink figure={totals.reserved} />,
        [t('funds.committed')]: <FigureLink figure={totals.committed} />,
        [t('funds.spent')]: <FigureLink figure={totals.spent} />,
        [t('funds.available')]: <FigureLink figure={totals.available} />,
      }}
    />
  );
}
