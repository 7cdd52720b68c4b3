import { bookReceipt as book } from '../acting/book-receipt.js';
import type { Handler } from '../handler.js';
import { recoveryDetail } from '../queries/recoveries.js';

export const bookReceipt: Handler<'bookReceipt'> = async ({ who, params: { caseNo }, actId, body }, deps) => {
  await book(deps, who, caseNo, actId, body);
  return { status: 201, body: await recoveryDetail(deps.db, deps.keyring, who, caseNo) };
};
