import type { SectionOf } from './section.js';

const BEARERS = ['province', 'city', 'county'] as const;

/** 资金分担: who bears it; all of them empty: a fund alone. */
export const funding: SectionOf = ({ t }) => ({
  name: 'funding',
  fields: BEARERS.map((bearer) => ({
    ...{ name: `funding/${bearer}`, kind: 'percent', optional: true, label: t(`programmeForm.bearers.${bearer}`) },
  })),
});
