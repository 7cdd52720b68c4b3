import { EmptyBody } from '../../../../domain/schemas/household-step.js';
import { NewPayeeAccount, PayeeSignature, type PayeeView } from '../../../../domain/schemas/payee.js';
import { ActForm } from '../form/act-form.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';
import { useAccountFields } from './account-fields.js';

interface Shown {
  readonly payee: PayeeView;
}

/** What can be done about a payee: the second signature, another account, closing it. */
export function PayeeActs({ payee }: Shown) {
  const mayChange = useMay('paymentMaker');
  const maySign = useMay('paymentReviewer');
  return (
    <>
      {maySign && payee.waiting && <Sign payee={payee} accountId={payee.waiting.id} />}
      {mayChange && !payee.waiting && <Change payee={payee} />}
      <Close payee={payee} />
    </>
  );
}

function Sign({ payee: { id }, accountId }: Shown & { readonly accountId: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('payees.sign')}</summary>
      {([true, false] as const).map((agrees) => (
        <ActForm
          key={String(agrees)}
          act="signPayeeAccount"
          {...{ params: { id }, schema: PayeeSignature, fixed: { accountId, agrees }, fields: [] }}
          submit={t(agrees ? 'payees.agree' : 'payees.disagree')}
          done={() => t('form.saved')}
        />
      ))}
    </details>
  );
}

function Change({ payee: { id } }: Shown) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('payees.change')}</summary>
      <ActForm
        act="changePayeeAccount"
        {...{ params: { id }, schema: NewPayeeAccount, fields: useAccountFields() }}
        submit={t('payees.change')}
        done={() => t('payees.changed')}
      />
    </details>
  );
}

function Close({ payee: { id, name } }: Shown) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('payees.close')}</summary>
      <ActForm
        act="closePayee"
        {...{ params: { id }, schema: EmptyBody, fields: [] }}
        submit={t('payees.closeSure', { name })}
        done={() => t('form.saved')}
      />
    </details>
  );
}
