import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const declareVacated: Handler<'declareVacated'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, {
    ...body,
    who,
    actId,
    applicationId: params.id,
    stage: 'oldHomestead',
    verdict: 'declareVacated',
  });
