import type { Handler } from '../handler.js';
import { recoveryPage } from '../queries/recoveries.js';

export const listRecoveries: Handler<'listRecoveries'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await recoveryPage(db, who, query),
});
