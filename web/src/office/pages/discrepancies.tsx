import { Link } from '@tanstack/react-router';
import { Moment } from '../../common/parts/moment.js';
import { Yuan } from '../parts/money.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** What does not fit between us and the bank, what to do about it, what was done; each leads to its settlement. */
export function DiscrepanciesPage() {
  const { t, tell } = useTexts();
  return (
    <ListPage
      room="discrepancies"
      id="listDiscrepancies"
      keyOf={({ id }) => id}
      empty={t('discrepancies.none')}
      columns={[
        {
          name: t('discrepancies.kind'),
          show: ({ id, kind }) => (
            <Link to="/discrepancies/$id" params={{ id }}>
              {tell(kind)}
            </Link>
          ),
        },
        { name: t('money.reference'), show: ({ reference, file }) => reference ?? file },
        { name: t('discrepancies.ours'), show: ({ ourFen }) => <Yuan fen={ourFen} />, number: true },
        { name: t('discrepancies.bank'), show: ({ bankFen }) => <Yuan fen={bankFen} />, number: true },
        { name: t('discrepancies.found'), show: ({ foundAt }) => <Moment at={foundAt} /> },
        { name: t('discrepancies.advice'), show: ({ advice }) => tell(advice) },
        { name: t('discrepancies.settled'), show: ({ settled }) => settled && tell(settled.settlement) },
      ]}
    />
  );
}
