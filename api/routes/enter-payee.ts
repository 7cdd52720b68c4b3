import { enterPayee as enter } from '../acting/enter-payee.js';
import type { Handler } from '../handler.js';
import { payeeView } from '../queries/payees.js';

export const enterPayee: Handler<'enterPayee'> = async ({ who, body, actId }, deps) => {
  const id = await enter(deps, who, actId, body);
  return { status: 201, body: await payeeView(deps.db, deps.keyring, id), location: '/api/payees' };
};
