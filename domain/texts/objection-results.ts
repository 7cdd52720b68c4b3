import type { Bilingual } from '../schemas/common.js';
import type { STAGES } from '../rules/stages.js';

type Result = (typeof STAGES)['objectionHearing']['verdicts'][number] | 'caseEnded';

/** What became of an objection, as its objector is told. */
export const OBJECTION_RESULTS = {
  dismiss: { zh: '经核实，异议不成立', en: 'Looked into and found unfounded' },
  amend: { zh: '异议成立，已调整并重新公示', en: 'Upheld: the proposal was amended and is published again' },
  refuse: { zh: '异议成立，项目不予通过', en: 'Upheld: the project was refused' },
  caseEnded: {
    zh: '办件已终结，不予立项，无需再作处理',
    en: 'The case has ended without its money: nothing is left to decide',
  },
} as const satisfies Record<Result, Bilingual>;
