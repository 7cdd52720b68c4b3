import type { Handler } from '../handler.js';
import { schedulePage } from '../queries/payee-schedules.js';

export const listPayeeSchedules: Handler<'listPayeeSchedules'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await schedulePage(db, who, query),
});
