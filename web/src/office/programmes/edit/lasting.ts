import type { SectionOf } from './section.js';

/** How long what is granted is paid, and what becomes of it when the household leaves the register. */
export const lasting: SectionOf = ({ t }) => ({
  name: 'lasting',
  fields: [
    { name: 'lasts/periods', kind: 'number', label: t('programmeForm.periods'), optional: true },
    { name: 'lasts/untilAge', kind: 'number', label: t('programmeForm.untilAge'), optional: true },
    {
      ...{ name: 'continuation/inObservation', kind: 'select', label: t('programmeForm.inObservation') },
      read: (text) => text === 'true',
      options: [
        ['', t('programmeForm.notSaid')],
        ['true', t('programmeForm.goesOn')],
        ['false', t('programmeForm.stops')],
      ],
    },
    {
      ...{ name: 'continuation/afterExit', kind: 'select', label: t('programmeForm.afterExit') },
      options: [
        ['', t('programmeForm.notSaid')],
        ['stop', t('programmeForm.stops')],
        ['untilDue', t('programmeForm.untilDue')],
      ],
    },
  ],
});
