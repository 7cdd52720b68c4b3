import type { RequestHandler } from 'express';
import type { Db } from '../../prisma/client.js';
import { openRestore } from '../../prisma/restore.js';
import { Refused } from '../problem.js';

const SAFE = ['GET', 'HEAD', 'OPTIONS'];
const LOOK_EVERY_MS = 1000;

/** After a restore nothing is taken in before records and engine were compared: numbers could be given twice. */
export function refuseWhileRestoring(db: Db): RequestHandler {
  let looked = { at: 0, waits: false };
  return async (request, _response, next) => {
    if (SAFE.includes(request.method)) return next();
    if (Date.now() - looked.at > LOOK_EVERY_MS) {
      const restore = await openRestore(db);
      looked = { at: Date.now(), waits: restore !== undefined && restore.comparedAt === null };
    }
    next(looked.waits ? new Refused('RESTORING') : undefined);
  };
}
