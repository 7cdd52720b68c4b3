import { NewAsset } from '../../../../domain/schemas/dividend.js';
import { ActForm } from '../form/act-form.js';
import { useAreas, useProgrammes } from '../parts/use-guide.js';
import { useTexts } from '../texts/use-texts.js';

/** Enters an asset with the rule that its document gives it. */
export function EnterAsset() {
  const { t } = useTexts();
  const areas = useAreas();
  const programmes = useProgrammes(({ paidByDividend }) => paidByDividend === true);
  return (
    <details className="filters">
      <summary>{t('assets.enter')}</summary>
      <ActForm
        act="createAsset"
        schema={NewAsset}
        fields={[
          { name: 'name', kind: 'text', label: t('assets.name') },
          { name: 'areaCode', kind: 'select', label: t('people.area'), options: areas },
          { name: 'programmeCode', kind: 'select', label: t('task.programme'), options: programmes },
          { name: 'documentNo', kind: 'text', label: t('funds.document'), hint: t('assets.documentHint') },
          { name: 'rule/collectiveBasisPoints', kind: 'percent', label: t('assets.collectivePercent') },
          { name: 'rule/guaranteeFen', kind: 'yuan', label: t('assets.guarantee'), hint: t('assets.guaranteeHint') },
          { name: 'rule/targetFen', kind: 'yuan', label: t('assets.target'), hint: t('assets.targetHint') },
          { name: 'rule/reserveMostFen', kind: 'yuan', label: t('assets.reserveMost'), hint: t('assets.reserveHint') },
        ]}
        submit={t('assets.enter')}
        done={({ name }) => t('assets.entered', { name })}
      />
    </details>
  );
}
