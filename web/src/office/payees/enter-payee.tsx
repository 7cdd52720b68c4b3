import { PAYEE_KINDS } from '../../../../domain/rules/payee.js';
import { NewPayee } from '../../../../domain/schemas/payee.js';
import { PAYEE_KIND_NAMES } from '../../../../domain/texts/payees.js';
import { ActForm } from '../form/act-form.js';
import { useAreas, useProgrammes } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';
import { useAccountFields } from './account-fields.js';

const TOWNSHIP_DIGITS = 9;

/** Enters a payee with its account; in force when the finance office has signed. */
export function EnterPayee() {
  const { t, tell } = useTexts();
  const account = useAccountFields();
  const programmes = useProgrammes();
  const areas = useAreas().filter(([code]) => code.length !== TOWNSHIP_DIGITS);
  return (
    <details className="filters">
      <summary>{t('payees.enter')}</summary>
      <ActForm
        act="enterPayee"
        schema={NewPayee}
        fields={[
          {
            ...{ name: 'kind', kind: 'select', label: t('payees.kind') },
            options: PAYEE_KINDS.map((each) => [each, tell(PAYEE_KIND_NAMES[each])] as const),
          },
          { name: 'name', kind: 'text', label: t('payees.name'), hint: t('payees.nameHint') },
          { name: 'creditCode', kind: 'text', label: t('payees.creditCode') },
          { name: 'idNumber', kind: 'text', label: t('payees.idNumber'), hint: t('payees.idNumberHint') },
          { name: 'area', kind: 'select', label: t('people.area'), hint: t('payees.areaHint'), options: areas },
          ...account,
          {
            ...{ name: 'programmes', kind: 'choices', label: t('payees.programmes'), hint: t('payees.programmesHint') },
            options: programmes,
          },
        ]}
        submit={t('payees.enter')}
        done={({ name }) => t('payees.entered', { name })}
      />
    </details>
  );
}
