import type { SectionOf } from './section.js';

/** Of what builds or moves: the land, and the rent of a long lease in place of a renovation. */
export const housing: SectionOf = ({ t }, { workflow }) => ({
  name: 'housing',
  fields: [
    {
      ...{ name: 'landSquareMetresPerPerson', kind: 'number', optional: true },
      label: t('programmeForm.land'),
    },
    ...(workflow === 'renovation'
      ? ([
          { name: 'rent/minimum', kind: 'number', optional: true, label: t('programmeForm.rentLeast') },
          { name: 'rent/maximum', kind: 'number', optional: true, label: t('programmeForm.rentMost') },
          { name: 'rent/fenPerMonth', kind: 'yuan', optional: true, label: t('programmeForm.rentPerMonth') },
          { name: 'rent/capFen', kind: 'yuan', optional: true, label: t('programmeForm.rentCap') },
        ] as const)
      : []),
  ],
});
