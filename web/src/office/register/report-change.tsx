import { LIFE_EVENTS } from '../../../../domain/rules/life-events.js';
import { HouseholdChangeReport } from '../../../../domain/schemas/office.js';
import { CHANGE_NAMES } from '../../../../domain/texts/endings.js';
import { ActForm } from '../form/act-form.js';
import { useMay } from '../parts/use-may.js';
import { useTexts } from '../texts/use-texts.js';

/** A death, split, birth, marriage or move: it reaches every open case of the household. */
export function ReportChange() {
  const { t, tell } = useTexts();
  if (!useMay('countyChecker', 'administrator')) return null;
  return (
    <details className="filters">
      <summary>{t('register.change')}</summary>
      <ActForm
        act="reportHouseholdChange"
        schema={HouseholdChangeReport}
        fields={[
          { name: 'registerNo', kind: 'text', label: t('household.registerNo') },
          {
            ...{ name: 'kind', kind: 'select', label: t('register.changeKind') },
            options: LIFE_EVENTS.map((event) => [event, tell(CHANGE_NAMES[event])] as const),
          },
          { name: 'occurredOn', kind: 'date', label: t('register.occurredOn') },
        ]}
        submit={t('register.report')}
        done={({ openCases }) => t('register.reported', { number: openCases })}
      />
    </details>
  );
}
