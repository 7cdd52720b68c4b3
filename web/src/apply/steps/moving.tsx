import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { Completion, Withdrawal } from '../../../../domain/schemas/household-step.js';
import { useAct } from '../../common/calls/act.js';
import { SettlementFacts } from '../parts/settlement-facts.js';
import { StepForm } from './step-form.js';

interface Shown {
  readonly view: CaseView;
}

/** 异地搬迁: what a household says on its way to a new home, each with its photographs. */
export const AgreementStep = ({ view }: Shown) => (
  <>
    <SettlementFacts view={view} />
    <StepForm
      view={view}
      step="agreement"
      schema={Completion}
      act={useAct('signAgreement')}
      photo="relocationAgreement"
    />
  </>
);

export const AgreementRefusalStep = ({ view }: Shown) => (
  <>
    <SettlementFacts view={view} />
    <StepForm view={view} step="agreement-refusal" schema={Withdrawal} act={useAct('declineAgreement')} />
  </>
);

export const MovingInStep = ({ view }: Shown) => (
  <>
    <SettlementFacts view={view} />
    <StepForm view={view} step="moving-in" schema={Completion} act={useAct('declareMovedIn')} photo="movingInPhoto" />
  </>
);

export const OldHomesteadStep = ({ view }: Shown) => (
  <StepForm
    view={view}
    step="old-homestead"
    schema={Completion}
    act={useAct('declareVacated')}
    photo="oldHomesteadPhoto"
  />
);
