import { stepOfHousehold } from '../acting/household-step.js';
import type { Handler } from '../handler.js';

export const reportUse: Handler<'reportUse'> = ({ who, params, body, actId }, deps) =>
  stepOfHousehold(deps, {
    ...body,
    who,
    actId,
    applicationId: params.id,
    strand: 'review',
    stage: 'reviewReport',
    verdict: 'report',
  });
