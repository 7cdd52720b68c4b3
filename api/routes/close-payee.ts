import { closePayee as close } from '../acting/enter-payee.js';
import type { Handler } from '../handler.js';
import { payeeView } from '../queries/payees.js';

export const closePayee: Handler<'closePayee'> = async ({ who, params: { id } }, { db, keyring }) => {
  await close(db, who, id);
  return { status: 200, body: await payeeView(db, keyring, id) };
};
