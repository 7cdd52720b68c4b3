import { GROUP_NAMES, STANDING_NAMES, VILLAGE_TYPE_NAMES } from '../../../../../domain/texts/programme.js';
import { optionsOf, type SectionOf } from './section.js';

/** Of a disability, the gravest first. */
const GRADES = ['1', '2', '3', '4'] as const;

/** Who may apply: all of what is said has to be so. */
export const whoMay: SectionOf = (texts) => {
  const { t } = texts;
  const choices = { kind: 'choices' } as const;
  const flag = { kind: 'flag', unsaid: false } as const;
  return {
    name: 'whoMay',
    fields: [
      {
        ...{ name: 'applicant', kind: 'select', label: t('programmeForm.applicant') },
        options: [
          ['', t('programmeForm.household')],
          ['collective', t('programmeForm.collective')],
        ],
      },
      {
        ...{ ...choices, name: 'eligible/standings', label: t('programmeForm.standings') },
        options: optionsOf(texts, STANDING_NAMES),
      },
      {
        ...{ ...choices, name: 'eligible/groups', label: t('programmeForm.groups') },
        options: optionsOf(texts, GROUP_NAMES),
      },
      { name: 'eligible/needsLabour', kind: 'flag', label: t('programmeForm.needsLabour') },
      { ...flag, name: 'eligible/withoutLabour', label: t('programmeForm.withoutLabour') },
      { ...flag, name: 'eligible/minority', label: t('programmeForm.minority') },
      {
        ...{ ...choices, name: 'eligible/disabilityGrades', label: t('programmeForm.disabled') },
        ...{ hint: t('programmeForm.noneNeeded'), read: Number },
        options: GRADES.map((grade) => [grade, t('programmeForm.disabilityGrade', { grade })]),
      },
      {
        ...{ ...choices, name: 'eligible/villageTypes', label: t('programmeForm.villages') },
        ...{ hint: t('programmeForm.noneNeeded'), options: optionsOf(texts, VILLAGE_TYPE_NAMES) },
      },
      {
        ...{ name: 'eligible/incomeBelowFen', kind: 'yuan', optional: true },
        label: t('programmeForm.incomeBelow'),
      },
      { ...flag, name: 'personal', label: t('programmeForm.personal') },
      { ...flag, name: 'despiteClaims', label: t('programmeForm.despiteClaims') },
    ],
  };
};
