import { AccountChange } from '../../../../domain/schemas/household-step.js';
import type { HouseholdView } from '../../../../domain/schemas/household-view.js';
import { ErrorSummary } from '../../common/form/error-summary.js';
import { SelectField, TextField } from '../../common/form/field.js';
import { useSchemaForm } from '../../common/form/use-schema-form.js';
import { useTexts } from '../texts/use-texts.js';

interface Asked {
  readonly household: HouseholdView;
  readonly onGiven: (account: AccountChange) => void;
  readonly onCancel: () => void;
}

/** An account of somebody who lives in the household, and of nobody else. */
export function AccountForm({ household, onGiven, onCancel }: Asked) {
  const { t } = useTexts();
  const present = household.members.filter(({ status }) => status === 'present');
  const form = useSchemaForm(AccountChange, { memberId: present[0]?.id ?? '', bankName: '', number: '' });
  const member = form.field('memberId');
  return (
    <form noValidate onSubmit={(event) => void form.handleSubmit((account) => onGiven(account))(event)}>
      <ErrorSummary errors={form.wrong} round={form.round} />
      <h1>{t('account.newTitle')}</h1>
      <p className="lead">{t('account.own')}</p>
      <SelectField label={t('account.holder')} options={present.map(({ id, name }) => [id, name])} {...member} />
      <TextField label={t('account.bank')} hint={t('account.bankHint')} {...form.field('bankName')} />
      <TextField label={t('account.number')} inputMode="numeric" autoComplete="off" {...form.field('number')} />
      <div className="buttons">
        <button type="submit">{t('account.use')}</button>
        <button type="button" className="second" onClick={onCancel}>
          {t('account.keep')}
        </button>
      </div>
    </form>
  );
}
