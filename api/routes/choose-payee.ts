import { choosePayee as choose } from '../acting/choose-payee.js';
import type { Handler } from '../handler.js';
import { payeeName } from '../queries/payee-name.js';

export const choosePayee: Handler<'choosePayee'> = async ({ who, params, body, actId }, deps) => ({
  ...{ status: 200, body: payeeName(await choose(deps, who, params.caseNo, actId, body.payeeId)) },
});
