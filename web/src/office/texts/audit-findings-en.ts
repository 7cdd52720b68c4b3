import type { Translated } from '../../common/texts/catalogue.js';
import type { auditFindingsZh } from './audit-findings-zh.js';

export const auditFindingsEn: Translated<typeof auditFindingsZh> = {
  auditFindings: {
    none: 'There are no findings of auditors. What they find is answered here.',
    awaited: 'Findings of auditors that wait for the answer of your office: {{count}}',
    caseNo: 'Case',
    state: 'State',
    due: 'To be answered by',
    said: 'What was said',
    answer: 'Answer',
    words: 'Your answer',
    erased: '(the household was erased)',
  },
};
