import { Link } from '@tanstack/react-router';
import { Download } from '../../common/parts/download.js';
import { Yuan } from '../parts/money.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** The bank's statement against the ledger, day by day; each leads to its lines and its signature. */
export function ReconciliationsPage() {
  const { t } = useTexts();
  return (
    <ListPage
      room="reconciliations"
      id="listReconciliations"
      keyOf={({ county, date }) => `${county} ${date}`}
      empty={t('reconciliations.none')}
      columns={[
        {
          name: t('reconciliations.date'),
          show: ({ county, date }) => (
            <Link to="/reconciliations/$county/$date" params={{ county, date }}>
              {date}
            </Link>
          ),
        },
        { name: t('reconciliations.matched'), show: ({ matched }) => matched, number: true },
        { name: t('reconciliations.matchedFen'), show: ({ matchedFen }) => <Yuan fen={matchedFen} />, number: true },
        {
          name: t('reconciliations.wrong'),
          show: ({ missingAtBank, missingHere, amountDiffers }) => missingAtBank + missingHere + amountDiffers,
          number: true,
        },
        {
          name: t('reconciliations.export'),
          show: ({ county, date }) => (
            <Download href={`/api/reconciliations/${county}/${date}/report`}>{t('reconciliations.export')}</Download>
          ),
        },
        {
          name: t('reconciliations.signed'),
          show: ({ signed }) => (signed ? namesOf([signed.by]) : t('reconciliations.notSigned')),
        },
      ]}
    />
  );
}
