import type { Handler } from '../handler.js';
import { scheduleDetail } from '../queries/payee-schedules.js';

export const getPayeeSchedule: Handler<'getPayeeSchedule'> = async ({ who, params, query }, { db, keyring }) => ({
  status: 200,
  body: await scheduleDetail(db, keyring, who, params.no, query),
});
