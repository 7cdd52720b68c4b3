import type { Handler } from '../handler.js';
import { payeePage } from '../queries/payees.js';

export const listPayees: Handler<'listPayees'> = async ({ who, query }, { db, keyring }) => ({
  ...{ status: 200, body: await payeePage(db, keyring, who, query) },
});
