import type { SectionOf } from './section.js';

/** Which loans it pays the interest of. */
export const loan: SectionOf = ({ t }) => ({
  name: 'loan',
  fields: [
    { name: 'loan/leastYuan', kind: 'number', optional: true, label: t('programmeForm.loanLeast') },
    { name: 'loan/mostYuan', kind: 'number', optional: true, label: t('programmeForm.loanMost') },
    { name: 'loan/mostMonths', kind: 'number', optional: true, label: t('programmeForm.loanMonths') },
  ],
});
