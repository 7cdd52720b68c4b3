import { enterHousehold as enter } from '../acting/enter-household.js';
import type { Handler } from '../handler.js';

export const enterHousehold: Handler<'enterHousehold'> = async ({ who, actId, body }, { db, keyring }) => ({
  status: 201,
  body: await enter(db, keyring, { who, actId, said: body }),
});
