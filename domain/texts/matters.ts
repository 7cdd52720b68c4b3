import type { MatterStage, TaskStage } from '../rules/matters.js';
import type { Bilingual } from '../schemas/common.js';
import { STAGE_NAMES } from './stages.js';

export const MATTER_STAGE_NAMES = {
  villageEndorsement: STAGE_NAMES.villageEndorsement,
  townshipEndorsement: STAGE_NAMES.townshipEndorsement,
  initialCheck: STAGE_NAMES.initialCheck,
  noticePosting: STAGE_NAMES.noticePosting,
  publicNotice: STAGE_NAMES.publicNotice,
  recoverySignature: { zh: '追缴（第二人签字）', en: 'Claim: second signature' },
  setOffSignature: { zh: '抵扣（第二人签字）', en: 'Set-off: second signature' },
  loanSignature: { zh: '贷款变更（第二人签字）', en: 'Change of a loan: second signature' },
} as const satisfies Record<MatterStage, Bilingual>;

export const TASK_STAGE_NAMES: Readonly<Record<TaskStage, Bilingual>> = { ...STAGE_NAMES, ...MATTER_STAGE_NAMES };

/** How many households it is about. */
export const householdsText = (households: number): Bilingual => ({
  zh: `${households}户`,
  en: households === 1 ? '1 household' : `${households} households`,
});
