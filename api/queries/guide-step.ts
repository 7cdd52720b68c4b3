import { type Stage, stageRule } from '../../domain/rules/stages.js';
import { type CountyPolicy, workingDaysAt } from '../../domain/schemas/county-policy.js';
import type { GuideStep } from '../../domain/schemas/programme-view.js';
import { HANDLERS } from '../../domain/texts/handlers.js';
import { STAGE_NAMES } from '../../domain/texts/stages.js';

/** A step of a case's way with the days that the county's policy gives it; relief has days of its own. */
export function guideStep(stage: Stage, policy: CountyPolicy, urgent: boolean): GuideStep {
  const { clause, awaits } = stageRule(stage);
  const days = stage === 'publicNotice' ? policy.terms.publicNotice.workingDays : undefined;
  const given = workingDaysAt(policy, stage, urgent);
  const who = awaits ? HANDLERS[awaits] : null;
  return { stage, name: STAGE_NAMES[stage], clause, who, workingDays: days ?? given ?? null };
}
