import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const declineAgreement: Handler<'declineAgreement'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, {
    ...body,
    who,
    actId,
    applicationId: params.id,
    stage: 'agreementSigning',
    verdict: 'decline',
  });
