import { type Stage, stageRule } from '../../domain/rules/stages.js';
import type { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { ProgrammeGuide, ProgrammeSummary } from '../../domain/schemas/programme-view.js';
import { eligibilityText } from '../../domain/texts/programme.js';
import { standardText } from '../../domain/texts/standard.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';
import { isOpen } from './programmes.js';

const BEFORE_NOTICE: Stage[] = [
  'initialCheck',
  'townshipVerification',
  'projectApproval',
  'noticePosting',
  'publicNotice',
];
const ACCEPTANCE: Stage[] = ['projectWork', 'acceptanceInspection'];
const PAYMENT: Stage[] = ['paymentPreparation', 'paymentReview', 'bankTransfer'];

export function programmeSummary(programme: Programme): ProgrammeSummary {
  const { code, countyCode, name, summary, opensAt, closesAt } = programme;
  const iso = (text: string): string => new Date(text).toISOString();
  return { code, countyCode, name, summary, open: isOpen(programme), opensAt: iso(opensAt), closesAt: iso(closesAt) };
}

/** The guide to a programme: what it asks and gives, and the steps with the days the county's policy gives them. */
export function programmeGuide(programme: Programme, policy: CountyPolicy): ProgrammeGuide {
  const { version, basis, source, period, eligible, measure, standard, paymentMode, papers } = programme;
  const stages = [...BEFORE_NOTICE, ...(paymentMode === 'direct' ? [] : ACCEPTANCE), ...PAYMENT];
  return {
    ...programmeSummary(programme),
    ...{ version, basis, source, period, eligible, measure, standard, paymentMode, papers },
    eligibility: eligibilityText(eligible),
    standardText: standardText(programme),
    steps: stages.map((stage) => guideStep(stage, policy)),
    remedies: policy.remedies,
  };
}

function guideStep(stage: Stage, policy: CountyPolicy): ProgrammeGuide['steps'][number] {
  const { clause, awaits } = stageRule(stage);
  const days = stage === 'publicNotice' ? policy.terms.publicNotice.workingDays : undefined;
  const given = policy.stageWorkingDays[stage as keyof CountyPolicy['stageWorkingDays']];
  const who = awaits ? ROLE_NAMES[awaits] : null;
  return { stage, name: STAGE_NAMES[stage], clause, who, workingDays: days ?? given ?? null };
}
