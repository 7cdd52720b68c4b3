import { stepOfHousehold } from '../acting/household-step.js';
import { withdrawFromBundle } from '../acting/withdraw-from-bundle.js';
import type { Handler } from '../handler.js';
import { visibleApplication } from '../queries/visible.js';

export const withdraw: Handler<'withdraw'> = async ({ who, params: { id: applicationId }, body, actId }, deps) => {
  await visibleApplication(deps.db, who, applicationId);
  const withdrawn = await withdrawFromBundle(deps, { who, applicationId, actId, ...body });
  if (!withdrawn) return await stepOfHousehold(deps, { ...body, who, actId, applicationId, verdict: 'withdraw' });
  const { stage, caseNo } = withdrawn;
  // Kept for certain; a case that is open already is being ended.
  const acted = { caseNo, stage, recorded: caseNo === null, at: new Date().toISOString() };
  return caseNo === null
    ? { status: 200, body: acted }
    : { status: 202, body: acted, location: `/api/cases/${caseNo}` };
};
