import { signLoanChange as sign } from '../acting/change-loan.js';
import type { Handler } from '../handler.js';

export const signLoanChange: Handler<'signLoanChange'> = async ({ who, params: { caseNo }, body }, deps) => ({
  status: 200,
  body: { caseNo, inForce: await sign(deps, who, caseNo, body) },
});
