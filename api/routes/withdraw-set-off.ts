import { withdrawSetOff as withdraw } from '../acting/set-off.js';
import type { Handler } from '../handler.js';
import { recoveryDetail } from '../queries/recoveries.js';

export const withdrawSetOff: Handler<'withdrawSetOff'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  await withdraw(deps, who, caseNo, actId, body);
  return { status: 200, body: await recoveryDetail(deps.db, deps.keyring, who, caseNo) };
};
