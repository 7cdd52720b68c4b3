import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const requestInternalReview: Handler<'requestInternalReview'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, { ...body, who, actId, applicationId: params.id, stage: 'refused', verdict: 'requestReview' });
