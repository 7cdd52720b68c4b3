import type { Handler } from '../handler.js';
import { workload } from '../queries/workload.js';

export const getWorkload: Handler<'getWorkload'> = async ({ who }, { db }) => ({
  status: 200,
  body: await workload(db, who.areaCode),
});
