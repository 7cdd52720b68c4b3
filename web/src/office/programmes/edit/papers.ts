import { pairOf, type SectionOf } from './section.js';

/** The papers that an application brings. */
export const papers: SectionOf = (texts) => {
  const { t } = texts;
  return {
    name: 'papers',
    fields: [
      {
        ...{ name: 'papers', kind: 'rows', label: t('programmeForm.papers'), mayBeNone: true },
        fields: [
          ...pairOf(texts, 'name', t('programmeForm.paper')),
          { name: 'kind', kind: 'text', label: t('programmeForm.paperKind'), hint: t('programmeForm.paperKindHint') },
          { name: 'required', kind: 'flag', label: t('programmeForm.required') },
          { name: 'promisable', kind: 'flag', label: t('programmeForm.promisable') },
        ],
      },
    ],
  };
};
