import { stopsText } from '../../domain/texts/holds.js';
import { hold as holdPayments } from '../acting/hold.js';
import type { Handler } from '../handler.js';
import { holdViews } from '../queries/holds.js';

/** As many as an official reads through. */
const SHOWN = 100;

export const placeHold: Handler<'placeHold'> = async ({ who, actId, body }, { db }) => {
  const { hold, stopped, onTheirWay } = await holdPayments(db, who, actId, body);
  const some = (references: readonly string[]) => ({
    orders: references.length,
    references: references.slice(0, SHOWN),
  });
  const answer = {
    hold: (await holdViews(db, [hold]))(hold),
    ...{ stopped: some(stopped), onTheirWay: some(onTheirWay), text: stopsText(stopped.length, onTheirWay.length) },
  };
  return { status: 201, body: answer };
};
