import { NewIncome } from '../../../../domain/schemas/dividend.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

/** What an asset brought in a year; once a year. */
export function EnterIncome({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <details>
      <summary>{t('assets.income')}</summary>
      <ActForm
        act="enterIncome"
        {...{ params: { id }, schema: NewIncome }}
        fields={[
          { name: 'year', kind: 'number', label: t('funds.year') },
          { name: 'amountFen', kind: 'yuan', label: t('money.amountYuan') },
          { name: 'documentNo', kind: 'text', label: t('funds.document') },
        ]}
        submit={t('assets.income')}
        done={() => t('form.saved')}
      />
    </details>
  );
}
