import { signSetOff as sign } from '../acting/set-off.js';
import type { Handler } from '../handler.js';

export const signSetOff: Handler<'signSetOff'> = async ({ who, params: { caseNo }, body }, deps) => ({
  status: 200,
  body: { caseNo, inForce: await sign(deps, who, caseNo, body) },
});
