import type { Handler } from '../handler.js';
import { openRoutes } from '../queries/open-routes.js';
import { withinArea } from '../queries/visible.js';

/** Said anew for the same day, the last word counts. */
export const switchRoute: Handler<'switchRoute'> = async ({ who, body }, { db }) => {
  const { area: areaCode, route, from, open } = body;
  withinArea(who, areaCode);
  const said = { open, byId: who.id, at: new Date() };
  await db.routeSwitch.upsert({
    where: { areaCode_route_from: { areaCode, route, from } },
    create: { areaCode, route, from, ...said },
    update: said,
  });
  return { status: 201, body: await openRoutes(db, areaCode) };
};
