import { rolesAt } from '../../domain/rules/matters.js';
import { matterSeenBy } from '../acting/matter.js';
import { canDo, visibleTask } from '../acting/open-task.js';
import { ROLE_NAMES } from '../../domain/texts/roles.js';
import { areaName } from '../../prisma/areas.js';
import type { Deps } from '../deps.js';
import type { Handler } from '../handler.js';
import { coded } from '../queries/coded.js';
import { pageOf, positionOf } from '../queries/page.js';
import type { OfficialWho } from '../who.js';

export const listOfficials: Handler<'listOfficials'> = async ({ who, query: { cursor, limit, task } }, { db }) => {
  const behind = positionOf(cursor);
  const rows = await db.official.findMany({
    where: {
      AND: task === undefined ? [] : [await canDoTask(db, who, task)],
      ...{ areaCode: { startsWith: who.areaCode }, ...(behind && { id: { gt: behind.id } }) },
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
    include: { office: true },
  });
  const areas = [...new Set(rows.map(({ areaCode }) => areaCode))];
  const names = new Map(await Promise.all(areas.map(async (code) => [code, await areaName(db, code)] as const)));
  const body = pageOf(
    rows,
    limit,
    ({ id }) => ({ at: null, id }),
    ({ id, name, office, areaCode, roles, active }) => ({
      ...{ id, name, active, office: office.name, area: names.get(areaCode) ?? areaCode },
      roles: roles.map((role) => coded(ROLE_NAMES, role)),
    }),
  );
  return { status: 200, body };
};

async function canDoTask(db: Deps['db'], who: OfficialWho, id: string) {
  const matter = await matterSeenBy(db, who, id);
  if (matter) {
    const fit = canDo(rolesAt(matter.stage), matter.areaCode);
    return matter.firstId === null ? fit : { ...fit, NOT: { id: matter.firstId } };
  }
  const { role, areaCode } = await visibleTask(db, who, id);
  return canDo([role], areaCode);
}
