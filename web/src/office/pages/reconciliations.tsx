import { ReconciliationSignature } from '../../../../domain/schemas/reconciliation.js';
import { ActForm } from '../form/act-form.js';
import { Yuan } from '../parts/money.js';
import { useMay } from '../parts/use-may.js';
import { namesOf } from '../parts/way.js';
import { useTexts } from '../texts/use-texts.js';
import { ListPage } from '../parts/list-page.js';

/** The bank's statement against the ledger, day by day; who answers for it signs. */
export function ReconciliationsPage() {
  const { t } = useTexts();
  const may = useMay('paymentReviewer');
  return (
    <ListPage
      room="reconciliations"
      id="listReconciliations"
      keyOf={({ county, date }) => `${county} ${date}`}
      empty={t('reconciliations.none')}
      columns={[
        { name: t('reconciliations.date'), show: ({ date }) => date },
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
            <a href={`/api/reconciliations/${county}/${date}/report`}>{t('reconciliations.export')}</a>
          ),
        },
        {
          name: t('reconciliations.signed'),
          show: ({ county, date, digest, signed }) =>
            signed ? (
              namesOf([signed.by])
            ) : may ? (
              <Sign {...{ county, date, digest }} />
            ) : (
              t('reconciliations.notSigned')
            ),
        },
      ]}
    />
  );
}

interface Day {
  readonly county: string;
  readonly date: string;
  readonly digest: string;
}

function Sign({ county, date, digest }: Day) {
  const { t } = useTexts();
  return (
    <ActForm
      act="signReconciliation"
      params={{ county, date }}
      schema={ReconciliationSignature}
      fixed={{ digest }}
      fields={[]}
      submit={t('reconciliations.sign')}
      done={() => t('form.saved')}
    />
  );
}
