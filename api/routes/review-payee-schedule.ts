import { SCHEDULE_STATE_TEXTS } from '../../domain/texts/schedules.js';
import { reviewSchedule } from '../acting/review-schedule.js';
import type { Handler } from '../handler.js';
import { coded } from '../queries/coded.js';

export const reviewPayeeSchedule: Handler<'reviewPayeeSchedule'> = async (call, deps) => {
  const { no } = call.params;
  const state = await reviewSchedule(deps, call.who, { no, takenOver: call.takenOver }, call.body);
  return { status: 200, body: { no, state: coded(SCHEDULE_STATE_TEXTS, state) } };
};
