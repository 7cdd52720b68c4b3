import { Completion, Extension, ReviewRequest, Withdrawal } from '../../../../domain/schemas/household-step.js';
import type { CaseView } from '../../../../domain/schemas/case-view.js';
import { useAct } from '../../common/calls/act.js';
import { StepForm } from './step-form.js';

interface Shown {
  readonly view: CaseView;
}

/** Steps that are said in one's own words, some of them with photographs. */
export const WithdrawalStep = ({ view }: Shown) => (
  <StepForm view={view} step="withdrawal" schema={Withdrawal} act={useAct('withdraw')} />
);

export const ExtensionStep = ({ view }: Shown) => (
  <StepForm view={view} step="extension" schema={Extension} act={useAct('requestExtension')} />
);

export const ReviewStep = ({ view }: Shown) => (
  <StepForm view={view} step="internal-review" schema={ReviewRequest} act={useAct('requestInternalReview')} />
);

export const CompletionStep = ({ view }: Shown) => (
  <StepForm
    view={view}
    step="completion"
    schema={Completion}
    act={useAct('declareCompletion')}
    photo="completionPhoto"
  />
);

export const StartStep = ({ view }: Shown) => (
  <StepForm view={view} step="start" schema={Completion} act={useAct('declareStart')} photo="beforePhoto" />
);
