import { consentToPayee as consent } from '../acting/choose-payee.js';
import type { Handler } from '../handler.js';

export const consentToPayee: Handler<'consentToPayee'> = async ({ who, params, body, actId }, deps) => {
  await consent(deps, who, params.id, actId, body);
  return { status: 204, body: undefined };
};
