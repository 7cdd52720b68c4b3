import type { Handler } from '../handler.js';
import { logVerification } from '../queries/audit/verification.js';

export const verifyLog: Handler<'verifyLog'> = async (_call, { db, keyring }) => ({
  status: 200,
  body: await logVerification({ db, keyring }),
});
