import type { Handler } from '../handler.js';
import { jointNoticePage } from '../queries/joint-notices.js';

export const listJointNotices: Handler<'listJointNotices'> = async ({ who, query }, { db }) => ({
  status: 200,
  body: await jointNoticePage(db, who, query),
});
