import { applicantOf } from '../../domain/rules/applicants.js';
import { isPaidAfterAcceptance } from '../../domain/rules/application-input.js';
import { type Stage, stageRule } from '../../domain/rules/stages.js';
import { isPersonal } from '../../domain/rules/personal.js';
import { isRelief } from '../../domain/rules/case-workflows.js';
import { type CountyPolicy, workingDaysAt } from '../../domain/schemas/county-policy.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { ProgrammeGuide, ProgrammeSummary } from '../../domain/schemas/programme-view.js';
import { eligibilityText } from '../../domain/texts/programme.js';
import { programmeRules } from '../../domain/texts/programme-rules.js';
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
/** 三(八): paid before it is made known. */
const RELIEF: Stage[] = [
  ...(['townshipVerification', 'reliefDecision', 'paymentPreparation'] as const),
  ...(['paymentReview', 'bankTransfer', 'reliefConfirmation'] as const),
];
const PAYMENT: Stage[] = ['paymentPreparation', 'paymentReview', 'bankTransfer'];

export function programmeSummary(programme: Programme): ProgrammeSummary {
  const { code, countyCode, name, summary, opensAt, closesAt, workflow, paidByDividend } = programme;
  const iso = (text: string): string => new Date(text).toISOString();
  return {
    ...{ code, countyCode, name, summary, open: isOpen(programme), applicant: applicantOf(programme) },
    ...{ opensAt: iso(opensAt), closesAt: iso(closesAt) },
    ...(workflow && { workflow }),
    ...(paidByDividend && { paidByDividend }),
  };
}

/** The guide to a programme: what it asks and gives, and the steps with the days the county's policy gives them. */
export function programmeGuide(programme: Programme, policy: CountyPolicy): ProgrammeGuide {
  const { version, basis, source, period, eligible, measure, standard, paymentMode, papers } = programme;
  return {
    ...programmeSummary(programme),
    ...{ version, basis, source, period, eligible, measure, standard, paymentMode, papers },
    ...(programme.payTo && { payTo: programme.payTo }),
    ...(programme.loan && { loan: programme.loan }),
    personal: isPersonal(programme),
    eligibility: eligibilityText(eligible, applicantOf(programme)),
    standardText: standardText(programme),
    rules: programmeRules(programme),
    steps: stagesOf(programme).map((stage) => guideStep(stage, policy, isRelief(programme))),
    remedies: policy.remedies,
  };
}

/** The steps of an uneventful case. */
function stagesOf(programme: Programme): Stage[] {
  if (isRelief(programme)) return RELIEF;
  return [...BEFORE_NOTICE, ...(isPaidAfterAcceptance(programme) ? ACCEPTANCE : []), ...PAYMENT];
}

function guideStep(stage: Stage, policy: CountyPolicy, urgent: boolean): ProgrammeGuide['steps'][number] {
  const { clause, awaits } = stageRule(stage);
  const days = stage === 'publicNotice' ? policy.terms.publicNotice.workingDays : undefined;
  const given = workingDaysAt(policy, stage, urgent);
  const who = awaits ? ROLE_NAMES[awaits] : null;
  return { stage, name: STAGE_NAMES[stage], clause, who, workingDays: days ?? given ?? null };
}
