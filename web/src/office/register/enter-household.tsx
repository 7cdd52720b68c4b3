import { NewUnregisteredHousehold } from '../../../../domain/schemas/unregistered-household.js';
import { ActForm } from '../form/act-form.js';
import { emptyRow, type FieldSpec } from '../form/fields.js';
import { useAreas } from '../parts/use-guide.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

const VILLAGE_DIGITS = 12;

/** 三(八): a household that is not in the register and needs relief; answered with the number it is filed for by. */
export function EnterHousehold() {
  const { t } = useTexts();
  const villages = useAreas().filter(([code]) => code.length === VILLAGE_DIGITS);
  const members = useMembersField();
  if (!useMay('townshipVerifier', 'countyChecker')) return null;
  return (
    <details className="filters">
      <summary>{t('register.household')}</summary>
      <ActForm
        act="enterHousehold"
        schema={NewUnregisteredHousehold}
        fields={[
          { name: 'villageCode', kind: 'select', label: t('task.village'), options: villages },
          { name: 'address', kind: 'text', label: t('household.address'), optional: true },
          { name: 'phone', kind: 'text', label: t('household.phone'), optional: true, hint: t('register.phoneHint') },
          members,
        ]}
        submit={t('register.household')}
        done={({ registerNo }) => t('register.entered', { registerNo })}
      />
    </details>
  );
}

function useMembersField(): FieldSpec {
  const { t } = useTexts();
  const rows: FieldSpec = {
    ...{ name: 'members', kind: 'rows', label: t('household.members'), hint: t('register.membersHint') },
    fields: [
      { name: 'relation', kind: 'text', label: t('household.relation') },
      { name: 'name', kind: 'text', label: t('household.name') },
      { name: 'idNumber', kind: 'text', label: t('household.idNumber') },
      { name: 'account/bankName', kind: 'text', label: t('payees.bank'), optional: true },
      { name: 'account/number', kind: 'text', label: t('payees.number'), optional: true },
      { name: 'canWork', kind: 'flag', label: t('register.canWork') },
    ],
  };
  return { ...rows, initial: [emptyRow(rows)] };
}
