import { HOUSEHOLD_GROUPS } from '../../../../../domain/schemas/published-standard.js';
import { GROUP_NAMES } from '../../../../../domain/texts/programme.js';
import type { FieldSpec } from '../../form/fields.js';
import type { SectionOf, StandardKind, Stated, Texts } from './section.js';

type Named = (name: string, label: string, more?: Partial<FieldSpec>) => FieldSpec;

const yuan: Named = (name, label, more = {}) => ({ name: `standard/${name}`, kind: 'yuan', label, ...more });
const percent: Named = (name, label, more = {}) => ({ name: `standard/${name}`, kind: 'percent', label, ...more });

const caps = ({ t }: Texts): FieldSpec[] => [
  yuan('capFen', t('programmeForm.cap')),
  yuan('capPerPersonFen', t('programmeForm.capPerPerson'), { optional: true }),
];

const amounts = ({ t }: Texts, { grades }: Stated, name: string, label: string): FieldSpec => ({
  ...{ name: `standard/${name}`, kind: 'amounts', label, hint: t('programmeForm.amountsHint') },
  options: grades.map((grade, at) => [String(at), grade]),
});

/** The fields that each formula has of its own. */
const FIELDS: Readonly<Record<StandardKind, (texts: Texts, stated: Stated) => FieldSpec[]>> = {
  perUnit: (texts, { unit }) => [yuan('fenPerUnit', texts.t('programmeForm.perUnit', { unit })), ...caps(texts)],
  share: (texts) => [
    percent('basisPoints', texts.t('programmeForm.share')),
    percent('leastBasisPoints', texts.t('programmeForm.least'), { optional: true }),
    ...caps(texts),
  ],
  flat: ({ t }) => [yuan('fen', t('programmeForm.flat'))],
  byGrade: (texts, stated) => [amounts(texts, stated, 'fenByGrade', texts.t('programmeForm.byGrade'))],
  byGradeAndGroup: (texts, stated) =>
    HOUSEHOLD_GROUPS.map((group) => amounts(texts, stated, `fenByGrade/${group}`, texts.tell(GROUP_NAMES[group]))),
  discretionary: ({ t }) => [yuan('limitFen', t('programmeForm.limit'))],
  interest: (texts) => [
    percent('basisPoints', texts.t('programmeForm.yearlyRate')),
    {
      ...{ name: 'standard/dayBasis', kind: 'select', label: texts.t('programmeForm.dayBasis'), read: Number },
      options: ['360', '365'].map((days) => [days, texts.t('programmeForm.days', { days })]),
    },
    ...caps(texts),
  ],
};

export const STANDARD_KINDS = Object.keys(FIELDS) as StandardKind[];

/** 补助标准: one of the formulas there are, and what it is filled with. */
export const standard: SectionOf = (texts, stated) => {
  const { t } = texts;
  return {
    name: 'standard',
    fields: [
      {
        ...{ name: 'standard/kind', kind: 'select', label: t('programmeForm.kind') },
        options: STANDARD_KINDS.map((kind) => [kind, t(`programmeForm.kinds.${kind}`)]),
      },
      ...FIELDS[stated.kind](texts, stated),
      { name: 'yearCapFen', kind: 'yuan', label: t('programmeForm.yearCap'), optional: true },
    ],
  };
};
