import { pairOf, type SectionOf } from './section.js';

/** 绩效评价: what the performance review asks. */
export const review: SectionOf = (texts) => ({
  name: 'review',
  fields: [
    {
      ...{ name: 'reviewLooksAt', kind: 'rows', optional: true, label: texts.t('programmeForm.looksAt') },
      fields: pairOf(texts, '', texts.t('programmeForm.question')),
    },
  ],
});
