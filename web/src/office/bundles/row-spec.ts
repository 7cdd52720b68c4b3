import type { ProgrammeGuide } from '../../../../domain/schemas/programme-view.js';
import type { FieldSpec } from '../form/fields.js';
import { measuredIn } from '../form/measured.js';
import { useTexts } from '../texts/use-texts.js';

/** What is said of each household of a bundle; quantities in the unit of the programme. */
export function useRowSpec({ measure, papers }: ProgrammeGuide): FieldSpec[] {
  const { t, tell } = useTexts();
  const promisable = papers.filter((paper) => paper.promisable).map(({ kind, name }) => [kind, tell(name)] as const);
  const [name, unit] = [tell(measure.name), tell(measure.unit)];
  const label = measure.grades ? name : t('bundles.measured', { name, unit });
  return [
    { name: 'registerNo', kind: 'text', label: t('household.registerNo') },
    { ...measuredIn(measure, tell), name: 'quantity', label },
    { name: 'consentedOn', kind: 'date', label: t('bundles.consentedOn') },
    { name: 'plan', kind: 'text', label: t('task.plan'), optional: true },
    ...(promisable.length > 0
      ? [{ name: 'promisedPapers', kind: 'choices', label: t('bundles.promised'), options: promisable } as const]
      : []),
  ];
}
