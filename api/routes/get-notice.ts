import type { Handler } from '../handler.js';
import { notice } from '../queries/notices.js';

export const getNotice: Handler<'getNotice'> = async ({ params }, { db }) => ({
  status: 200,
  body: await notice(db, params.no),
});
