import { liftHold as lift } from '../acting/lift-hold.js';
import type { Handler } from '../handler.js';
import { holdViews } from '../queries/holds.js';

export const liftHold: Handler<'liftHold'> = async ({ who, params, body, takenOver }, { db }) => {
  const hold = await lift(db, who, params.id, body.note, takenOver);
  return { status: 200, body: (await holdViews(db, [hold]))(hold) };
};
