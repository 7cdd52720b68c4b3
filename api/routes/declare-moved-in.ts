import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const declareMovedIn: Handler<'declareMovedIn'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, {
    ...body,
    who,
    actId,
    applicationId: params.id,
    stage: 'movingIn',
    verdict: 'declareMovedIn',
  });
