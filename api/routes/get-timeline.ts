import type { Handler } from '../handler.js';
import { timeline } from '../queries/timeline.js';
import { visibleCase } from '../queries/visible.js';

export const getTimeline: Handler<'getTimeline'> = async ({ who, params }, { db, keyring }) => {
  const row = await visibleCase(db, who, params.caseNo);
  return { status: 200, body: { caseNo: row.caseNo, entries: await timeline(db, keyring, who, row) } };
};
