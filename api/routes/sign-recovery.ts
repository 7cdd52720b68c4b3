import { signClaim } from '../acting/claim.js';
import type { Handler } from '../handler.js';

export const signRecovery: Handler<'signRecovery'> = async ({ who, params: { caseNo }, body }, deps) => ({
  status: 200,
  body: { caseNo, inForce: await signClaim(deps, who, caseNo, body) },
});
