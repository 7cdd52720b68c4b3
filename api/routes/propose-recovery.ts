import { proposeClaim } from '../acting/claim.js';
import type { Handler } from '../handler.js';

export const proposeRecovery: Handler<'proposeRecovery'> = async ({ who, params, actId, body }, deps) => {
  const digest = await proposeClaim(deps, who, params.caseNo, actId, body);
  return { status: 201, body: { caseNo: params.caseNo, awaitsSecondSignature: true, digest } };
};
