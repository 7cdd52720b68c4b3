import type { Handler } from '../handler.js';
import { recoveryDetail } from '../queries/recoveries.js';

export const getRecovery: Handler<'getRecovery'> = async ({ who, params }, { db, keyring }) => ({
  status: 200,
  body: await recoveryDetail(db, keyring, who, params.caseNo),
});
