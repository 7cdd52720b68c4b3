import { beginRenovation as begin } from '../acting/enter-house.js';
import { startSoon } from '../acting/start-case.js';
import type { Handler } from '../handler.js';
import { entered } from '../queries/houses.js';

export const beginRenovation: Handler<'beginRenovation'> = async ({ who, params, body, actId }, deps) => {
  const done = await begin(deps.db, who, params.id, actId, body.grade);
  if (done.row) await startSoon(deps, done.row);
  return { status: 201, body: entered(done) };
};
