import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const withdraw: Handler<'withdraw'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, { ...body, who, actId, applicationId: params.id, verdict: 'withdraw' });
