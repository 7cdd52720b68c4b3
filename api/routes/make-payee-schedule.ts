import { SCHEDULE_STATE_TEXTS } from '../../domain/texts/schedules.js';
import { makeSchedule } from '../acting/make-schedule.js';
import type { Handler } from '../handler.js';
import { coded } from '../queries/coded.js';

export const makePayeeSchedule: Handler<'makePayeeSchedule'> = async ({ who, actId, body }, deps) => {
  const no = await makeSchedule(deps, who, actId, body);
  return {
    status: 201,
    body: { no, state: coded(SCHEDULE_STATE_TEXTS, 'making') },
    location: `/api/payee-schedules/${no}`,
  };
};
