import type { Handler } from '../handler.js';
import { noticePage } from '../queries/notices.js';

export const listNotices: Handler<'listNotices'> = async ({ query }, { db }) => ({
  status: 200,
  body: await noticePage(db, query),
});
