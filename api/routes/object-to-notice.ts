import { takeObjection } from '../acting/take-objection.js';
import type { Handler } from '../handler.js';

export const objectToNotice: Handler<'objectToNotice'> = async ({ params, body, actId, ip }, deps) => {
  const receipt = await takeObjection(deps, { noticeNo: params.no, body, actId, ip });
  return { status: 201, body: receipt, location: `/api/objections/${receipt.receiptNo}` };
};
