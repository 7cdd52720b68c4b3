import { receiveObjection } from '../acting/receive-objection.js';
import type { Handler } from '../handler.js';

/** Received and acknowledged whether the engine is there or not; what it can't be told now the sweep tells it. */
export const objectToNotice: Handler<'objectToNotice'> = async ({ params, body, actId, ip }, deps) => {
  const { db, engine, keyring, limits } = deps;
  await limits.take('objectionAddress', ip);
  const received = await receiveObjection(db, keyring, { actId, publicationNo: params.no, ...body });
  const { id, caseNo, receiptNo, receivedAt } = received;
  const told = await engine.tell((cases) => cases.tellObjection(caseNo, id));
  if (told) await db.objection.updateMany({ where: { id, toldAt: null }, data: { toldAt: new Date() } });
  return {
    status: 201,
    body: { receiptNo, noticeNo: params.no, receivedAt: receivedAt.toISOString() },
    location: `/api/objections/${receiptNo}`,
  };
};
