import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';

/** A bank account, as it is entered. */
export function useAccountFields(): FieldSpec[] {
  const { t } = useTexts();
  return [
    { name: 'bankName', kind: 'text', label: t('payees.bank') },
    { name: 'number', kind: 'text', label: t('payees.number') },
  ];
}
