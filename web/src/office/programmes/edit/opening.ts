import { CASE_WORKFLOWS } from '../../../../../domain/rules/case-workflows.js';
import { shanghaiDate } from '../../../../../domain/rules/working-days.js';
import { PERIOD_NAMES } from '../../../../../domain/texts/programme-rules.js';
import { optionsOf, type SectionOf } from './section.js';

/** Its day in Shanghai. */
const dayOf = (instant: string): string => shanghaiDate(Date.parse(instant));

/** When applications are taken, how often, and which way they go. */
export const opening: SectionOf = (texts) => {
  const { t } = texts;
  return {
    name: 'opening',
    fields: [
      {
        ...{ name: 'opensAt', kind: 'date', label: t('programmes.opens'), hint: t('programmeForm.opensHint') },
        ...{ read: (day) => `${day}T00:00:00+08:00`, write: dayOf },
      },
      {
        ...{ name: 'closesAt', kind: 'date', label: t('programmes.closes'), hint: t('programmeForm.closesHint') },
        ...{ read: (day) => `${day}T23:59:59+08:00`, write: dayOf },
      },
      { name: 'period', kind: 'select', label: t('programmeForm.period'), options: optionsOf(texts, PERIOD_NAMES) },
      {
        ...{ name: 'workflow', kind: 'select', label: t('programmeForm.workflow'), unsaid: 'directProject' },
        options: CASE_WORKFLOWS.map((workflow) => [workflow, t(`programmeForm.workflows.${workflow}`)]),
      },
    ],
  };
};
