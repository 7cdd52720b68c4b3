import { changePayeeAccount as change } from '../acting/enter-payee.js';
import type { Handler } from '../handler.js';
import { payeeView } from '../queries/payees.js';

export const changePayeeAccount: Handler<'changePayeeAccount'> = async ({ who, params: { id }, body }, deps) => {
  await change(deps, who, id, body);
  return { status: 201, body: await payeeView(deps.db, deps.keyring, id), location: '/api/payees' };
};
