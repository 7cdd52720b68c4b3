import { visibleTask } from '../acting/open-task.js';
import type { Handler } from '../handler.js';
import { taskDetail } from '../queries/task-detail.js';

export const getTask: Handler<'getTask'> = async ({ who, params }, { db, keyring }) => {
  await visibleTask(db, who, params.id);
  return { status: 200, body: await taskDetail(db, keyring, who, params.id) };
};
