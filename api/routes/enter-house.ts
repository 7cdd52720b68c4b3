import { enterHouse as enter } from '../acting/enter-house.js';
import { startSoon } from '../acting/start-case.js';
import type { Handler } from '../handler.js';
import { entered } from '../queries/houses.js';

export const enterHouse: Handler<'enterHouse'> = async ({ who, body, actId }, deps) => {
  const done = await enter(deps, who, actId, body);
  if (done.row) await startSoon(deps, done.row);
  return { status: 201, body: entered(done), location: `/api/houses?area=${done.house.areaCode}` };
};
