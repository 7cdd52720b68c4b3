import { DiscrepancySettlement } from '../../../../domain/schemas/discrepancy.js';
import { ActForm } from '../form/act-form.js';
import { useTexts } from '../texts/use-texts.js';

/** What was found out and done about a discrepancy. */
export function SettleDiscrepancy({ id }: { readonly id: string }) {
  const { t } = useTexts();
  return (
    <ActForm
      act="settleDiscrepancy"
      params={{ id }}
      schema={DiscrepancySettlement}
      fields={[
        {
          name: 'settlement',
          kind: 'words',
          label: t('discrepancies.settlement'),
          hint: t('discrepancies.settleHint'),
        },
      ]}
      submit={t('discrepancies.settle')}
      done={() => t('form.saved')}
    />
  );
}
