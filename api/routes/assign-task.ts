import { visibleTask } from '../acting/open-task.js';
import type { Handler } from '../handler.js';
import { invalid, Refused } from '../problem.js';
import { taskView } from '../queries/task-view.js';

const UNFIT = {
  field: 'officialId',
  zh: '该工作人员没有此岗位，或不在此区域，请另选',
  en: 'This official does not have the role, or is of another area: choose somebody else',
};

export const assignTask: Handler<'assignTask'> = async ({ who, params: { id }, body: { officialId } }, { db }) => {
  const { role, areaCode } = await visibleTask(db, who, id);
  const official = await db.official.findFirst({ where: { id: officialId, active: true, roles: { has: role } } });
  if (!official || !areaCode.startsWith(official.areaCode)) throw invalid([UNFIT]);
  const data = { claimedById: officialId, claimedAt: new Date() };
  const { count } = await db.task.updateMany({ where: { id, closedAt: null }, data });
  if (count === 0) throw new Refused('TASK_CLOSED');
  return { status: 200, body: await taskView(db, id) };
};
