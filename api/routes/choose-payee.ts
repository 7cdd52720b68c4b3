import { choosePayee as choose } from '../acting/choose-payee.js';
import type { Handler } from '../handler.js';
import { payeeName } from '../queries/payee-name.js';

export const choosePayee: Handler<'choosePayee'> = async ({ who, params, body, actId }, { db }) => ({
  ...{ status: 200, body: payeeName(await choose(db, who, params.caseNo, actId, body.payeeId)) },
});
