import type { Handler } from '../handler.js';
import { loanDesk } from '../queries/loans.js';

export const getLoan: Handler<'getLoan'> = async ({ who, params: { caseNo } }, { db, keyring }) => ({
  status: 200,
  body: await loanDesk(db, keyring, who, caseNo),
});
