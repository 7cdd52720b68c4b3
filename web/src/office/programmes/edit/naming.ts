import { pairOf, type SectionOf } from './section.js';

/** What it is called, and by what it is given. */
export const naming: SectionOf = (texts) => {
  const { t } = texts;
  return {
    name: 'naming',
    fields: [
      ...pairOf(texts, 'name', t('programmeForm.name')),
      { name: 'code', kind: 'text', label: t('programmeForm.code'), hint: t('programmeForm.codeHint') },
      ...pairOf(texts, 'summary', t('programmeForm.summary'), { kind: 'words' }),
      ...pairOf(texts, 'basis', t('programmeForm.basis'), { kind: 'words' }),
      {
        ...{ name: 'source/kind', kind: 'select', label: t('programmeForm.source') },
        options: [
          ['published', t('programmeForm.sources.published')],
          ['example', t('programmeForm.sources.example')],
        ],
      },
      { name: 'source/text', kind: 'words', label: t('programmeForm.sourceText') },
      ...pairOf(texts, 'noticeName', t('programmeForm.noticeName'), {
        ...{ optional: true, hint: t('programmeForm.noticeNameHint') },
      }),
      { name: 'remark', kind: 'text', label: t('programmeForm.remark'), hint: t('programmeForm.remarkHint') },
    ],
  };
};
