import type { Translated } from '../../common/texts/catalogue.js';
import type { auditFindingsZh } from './audit-findings-zh.js';

export const auditFindingsEn: Translated<typeof auditFindingsZh> = {
  auditFindings: {
    none: 'There are no findings of auditors. What they find is answered here.',
    awaited: '{{count}} findings of auditors wait for the answer of your office',
    caseNo: 'Case',
    state: 'State',
    due: 'To be answered by',
    said: 'What was said',
    answer: 'Answer',
    words: 'Your answer',
    erased: '(the household was erased)',
  },
};
