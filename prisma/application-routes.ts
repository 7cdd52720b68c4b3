import { type ApplicationRoute, isRouteOpen, type RouteSwitch } from '../domain/rules/application-routes.js';
import { countyOf } from '../domain/rules/county-of.js';
import { shanghaiDate } from '../domain/rules/working-days.js';
import type { Tx } from './client.js';

/** What an area's county and township have said so far about the ways of applying. */
export const switchesFor = (tx: Tx, areaCode: string) =>
  tx.routeSwitch.findMany({
    where: { areaCode: { in: [countyOf(areaCode), areaCode.slice(0, 9)] } },
    orderBy: [{ areaCode: 'asc' }, { route: 'asc' }, { from: 'asc' }],
  });

/** Whether a way of applying is open today for those who live in an area. */
export async function isOpenHere(tx: Tx, route: ApplicationRoute, areaCode: string): Promise<boolean> {
  const switches: RouteSwitch[] = await switchesFor(tx, areaCode);
  return isRouteOpen(route, areaCode, shanghaiDate(Date.now()), switches);
}
