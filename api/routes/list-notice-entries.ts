import type { Handler } from '../handler.js';
import { noticeEntries } from '../queries/notice-entries.js';

export const listNoticeEntries: Handler<'listNoticeEntries'> = async ({ params, query }, { db }) => ({
  status: 200,
  body: await noticeEntries(db, params.no, query),
});
