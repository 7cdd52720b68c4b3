import { applicantOf } from '../../domain/rules/applicants.js';
import { isPaidAfterAcceptance } from '../../domain/rules/application-input.js';
import { wayOf } from '../../domain/rules/case-way.js';
import type { Stage } from '../../domain/rules/stages.js';
import { isPersonal } from '../../domain/rules/personal.js';
import { isRelief } from '../../domain/rules/case-workflows.js';
import type { CountyPolicy } from '../../domain/schemas/county-policy.js';
import type { Programme } from '../../domain/schemas/programme.js';
import type { ProgrammeGuide, ProgrammeSummary } from '../../domain/schemas/programme-view.js';
import { eligibilityText } from '../../domain/texts/programme.js';
import { programmeRules } from '../../domain/texts/programme-rules.js';
import { standardText } from '../../domain/texts/standard.js';
import { guideStep } from './guide-step.js';
import { isOpen } from './programmes.js';

export function programmeSummary(programme: Programme): ProgrammeSummary {
  const { code, countyCode, name, summary, eligible, opensAt, closesAt, workflow, paidByDividend } = programme;
  const iso = (text: string): string => new Date(text).toISOString();
  return {
    ...{ code, countyCode, name, summary, open: isOpen(programme), applicant: applicantOf(programme), eligible },
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
    ...{ version, basis, source, period, measure, standard, paymentMode, papers },
    ...(programme.payTo && { payTo: programme.payTo }),
    ...(programme.loan && { loan: programme.loan }),
    personal: isPersonal(programme),
    eligibility: eligibilityText(eligible, applicantOf(programme)),
    standardText: standardText(programme),
    rules: programmeRules(programme),
    steps: stagesOf(programme, policy).map((stage) => guideStep(stage, policy, isRelief(programme))),
    remedies: policy.remedies,
  };
}

/** The steps of an uneventful case. */
function stagesOf(programme: Programme, { housing }: CountyPolicy): readonly Stage[] {
  const { workflow = 'directProject' } = programme;
  return wayOf({ workflow, paidAfterAcceptance: isPaidAfterAcceptance(programme), housing });
}
