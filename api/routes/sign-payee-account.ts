import { signPayeeAccount as sign } from '../acting/enter-payee.js';
import type { Handler } from '../handler.js';
import { payeeView } from '../queries/payees.js';

export const signPayeeAccount: Handler<'signPayeeAccount'> = async ({ who, params: { id }, body }, deps) => {
  await sign(deps, who, id, body);
  return { status: 200, body: await payeeView(deps.db, deps.keyring, id) };
};
