import { receiptNoFrom } from '../acting/receipt-number.js';
import type { Handler } from '../handler.js';
import { objectionView } from '../queries/objection-view.js';

export const getObjection: Handler<'getObjection'> = async ({ params, ip }, { db, keyring, limits }) => {
  await limits.take('receiptAddress', ip);
  return { status: 200, body: await objectionView(db, keyring, receiptNoFrom(params.receiptNo)) };
};
