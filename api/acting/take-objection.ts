import type { Body } from '../../domain/routes.js';
import type { Deps } from '../deps.js';
import { receiveObjection } from './receive-objection.js';

interface Sent {
  readonly noticeNo: string;
  readonly body: Body<'objectToNotice'>;
  readonly actId: string;
  readonly ip: string;
}

/** Received and acknowledged whether the engine is there or not; what it can't be told now the sweep tells it. */
export async function takeObjection(deps: Deps, { noticeNo, body, actId, ip }: Sent) {
  const { db, engine, keyring, limits } = deps;
  await limits.take('objectionAddress', ip);
  const received = await receiveObjection(db, keyring, { actId, publicationNo: noticeNo, ...body });
  const { id, caseNo, receiptNo, receivedAt } = received;
  const told = await engine.tell((cases) => cases.tellObjection(caseNo, id));
  if (told) await db.objection.updateMany({ where: { id, toldAt: null }, data: { toldAt: new Date() } });
  return { receiptNo, noticeNo, receivedAt: receivedAt.toISOString() };
}
