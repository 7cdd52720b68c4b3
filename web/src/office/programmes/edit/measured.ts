import { measuredIn } from '../../form/measured.js';
import { pairOf, type SectionOf } from './section.js';

/** What is measured, in which unit, and how much of it may be asked for. */
export const measured: SectionOf = (texts, { scale, unit }) => {
  const { t } = texts;
  const quantity = measuredIn({ scale, unit: { zh: unit, en: unit } }, texts.tell);
  return {
    name: 'measured',
    fields: [
      ...pairOf(texts, 'measure/name', t('programmeForm.measure')),
      ...pairOf(texts, 'measure/unit', t('programmeForm.unit')),
      { name: 'measure/scale', kind: 'number', label: t('programmeForm.scale'), hint: t('programmeForm.scaleHint') },
      { ...quantity, name: 'measure/minimum', label: t('programmeForm.minimum', { unit }) },
      { ...quantity, name: 'measure/maximum', label: t('programmeForm.maximum', { unit }) },
      {
        ...{ name: 'measure/counts', kind: 'select', label: t('programmeForm.counts') },
        options: [
          ['', t('programmeForm.countsUnits')],
          ['members', t('programmeForm.countsMembers')],
        ],
      },
      {
        ...{ name: 'measure/grades', kind: 'rows', optional: true },
        ...{ label: t('programmeForm.grades'), hint: t('programmeForm.gradesHint') },
        fields: pairOf(texts, '', t('programmeForm.grade')),
      },
    ],
  };
};
