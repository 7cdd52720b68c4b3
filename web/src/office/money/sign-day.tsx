import { type ReconciliationDetail, ReconciliationSignature } from '../../../../domain/schemas/reconciliation.js';
import { ActForm } from '../form/act-form.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** Signing a day off; why it cannot be signed yet. */
export function SignDay({
  day: { county, date, digest, complete, unsettled },
}: {
  readonly day: ReconciliationDetail;
}) {
  const { t } = useTexts();
  const may = useMay('paymentReviewer');
  if (!complete) return <p className="none">{t('reconciliations.notComplete')}</p>;
  if (unsettled > 0) return <p className="none">{t('reconciliations.settleFirst', { number: unsettled })}</p>;
  if (!may) return <p className="none">{t('reconciliations.notSigned')}</p>;
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
