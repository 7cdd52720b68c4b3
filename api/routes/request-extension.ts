import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const requestExtension: Handler<'requestExtension'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, {
    ...body,
    who,
    actId,
    applicationId: params.id,
    stage: ['projectWork', 'worksStart', 'movingIn', 'oldHomestead'],
    verdict: 'requestExtension',
  });
