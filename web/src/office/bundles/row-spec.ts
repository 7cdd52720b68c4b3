import { parseQuantity } from '../../../../domain/rules/quantities.js';
import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import type { FieldSpec } from '../form/fields.js';
import { useTexts } from '../texts/use-texts.js';

/** What is said of each household of a bundle; quantities in the unit of the programme. */
export function useRowSpec({ measure, papers }: ProgrammeGuide): FieldSpec[] {
  const { t, tell } = useTexts();
  const promisable = papers.filter((paper) => paper.promisable).map(({ kind, name }) => [kind, tell(name)] as const);
  const label = t('bundles.measured', { name: tell(measure.name), unit: tell(measure.unit) });
  const quantity: FieldSpec = measure.grades
    ? {
        ...{ name: 'quantity', kind: 'select', label: tell(measure.name), read: Number },
        options: measure.grades.map((grade, index) => [String(index + 1), tell(grade)] as const),
      }
    : { name: 'quantity', kind: 'number', label, read: (text) => parseQuantity(text, measure.scale) ?? Number.NaN };
  return [
    { name: 'registerNo', kind: 'text', label: t('household.registerNo') },
    quantity,
    { name: 'consentedOn', kind: 'date', label: t('bundles.consentedOn') },
    { name: 'plan', kind: 'text', label: t('task.plan'), optional: true },
    ...(promisable.length > 0
      ? [{ name: 'promisedPapers', kind: 'choices', label: t('bundles.promised'), options: promisable } as const]
      : []),
  ];
}
