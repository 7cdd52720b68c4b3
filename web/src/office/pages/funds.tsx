import { Link } from '@tanstack/react-router';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** Funds, and what became of them; each leads to its entries. */
export function FundsPage() {
  const { t, tell } = useTexts();
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
        { name: t('funds.allocated'), show: ({ figures }) => <Yuan fen={figures.allocated.fen} />, number: true },
        { name: t('funds.reserved'), show: ({ figures }) => <Yuan fen={figures.reserved.fen} />, number: true },
        { name: t('funds.committed'), show: ({ figures }) => <Yuan fen={figures.committed.fen} />, number: true },
        { name: t('funds.spent'), show: ({ figures }) => <Yuan fen={figures.spent.fen} />, number: true },
        { name: t('funds.available'), show: ({ figures }) => <Yuan fen={figures.available.fen} />, number: true },
      ]}
    />
  );
}
