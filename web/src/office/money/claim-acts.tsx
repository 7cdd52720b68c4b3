import { SIGNERS } from '../../../../domain/rules/matters.js';
import { NewReceipt, type RecoveryDetail } from '../../../../domain/schemas/recoveries.js';
import { ActForm } from '../form/act-form.js';
import { Signing } from '../parts/signing.js';
import { useMay, useMayFor } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** What is awaited in a claim: its second signature, then the money. */
export function ClaimActs({ claim: { caseNo, state, digest } }: { readonly claim: RecoveryDetail }) {
  const { t } = useTexts();
  const maySign = useMayFor(...SIGNERS);
  const mayBook = useMay('paymentReviewer');
  if (digest !== null) return maySign ? <Signing act="signRecovery" params={{ caseNo }} digest={digest} /> : null;
  if (!mayBook || state.code !== 'open') return null;
  return (
    <details>
      <summary>{t('recoveries.book')}</summary>
      <ActForm
        act="bookReceipt"
        params={{ caseNo }}
        schema={NewReceipt}
        fields={[
          { name: 'amountFen', kind: 'yuan', label: t('money.amount'), hint: t('money.hint') },
          { name: 'voucherNo', kind: 'text', label: t('recoveries.voucher') },
        ]}
        submit={t('recoveries.book')}
        done={() => t('recoveries.booked')}
      />
    </details>
  );
}
