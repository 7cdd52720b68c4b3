import { rolesAt } from '../../domain/rules/matters.js';
import type { Role } from '../../domain/rules/roles.js';
import { assignMatter, matterSeenBy } from '../acting/matter.js';
import { canDo, visibleTask } from '../acting/open-task.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { invalid, Refused } from '../problem.js';
import { matterView } from '../queries/matter-view.js';
import { taskView } from '../queries/task-view.js';

const UNFIT = {
  field: 'officialId',
  zh: '该工作人员没有此岗位，或不在此区域，请另选',
  en: 'This official does not have the role, or is of another area: choose somebody else',
};

export const assignTask: Handler<'assignTask'> = async ({ who, params: { id }, body: { officialId } }, { db }) => {
  const matter = await matterSeenBy(db, who, id);
  if (matter) {
    if (matter.firstId === officialId) throw invalid([UNFIT]);
    await mustFit(db, officialId, rolesAt(matter.stage), matter.areaCode);
    await assignMatter(db, id, officialId);
    return { status: 200, body: await matterView(db, who, matter) };
  }
  const { role, areaCode } = await visibleTask(db, who, id);
  await mustFit(db, officialId, [role], areaCode);
  const data = { claimedById: officialId, claimedAt: new Date() };
  const { count } = await db.task.updateMany({ where: { id, closedAt: null }, data });
  if (count === 0) throw new Refused('TASK_CLOSED');
  return { status: 200, body: await taskView(db, id) };
};

async function mustFit(db: Deps['db'], id: string, roles: readonly Role[], areaCode: string): Promise<void> {
  if ((await db.official.count({ where: { AND: [{ id }, canDo(roles, areaCode)] } })) === 0) throw invalid([UNFIT]);
}
