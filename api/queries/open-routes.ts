import { APPLICATION_ROUTES, type ApplicationRoute, isRouteOpen } from '../../domain/rules/application-routes.js';
import { shanghaiDate } from '../../domain/rules/working-days.js';
import { ROUTE_NAMES } from '../../domain/texts/application-routes.js';
import { isOpenHere, switchesFor } from '../../prisma/application-routes.js';
import type { Tx } from '../../prisma/client.js';
import { Refused } from '../problem.js';
import { coded } from './coded.js';

/** Which ways of applying are open in a county or township today, and why. */
export async function openRoutes(tx: Tx, area: string) {
  const switches = await switchesFor(tx, area);
  const today = shanghaiDate(Date.now());
  const open = APPLICATION_ROUTES.filter((route) => isRouteOpen(route, area, today, switches));
  return {
    area,
    open: open.map((route) => coded(ROUTE_NAMES, route)),
    switches: switches.map(({ areaCode, route, from, open: isOpen, at }) => ({
      ...{ area: areaCode, route: coded(ROUTE_NAMES, route), from, open: isOpen, at: at.toISOString() },
    })),
  };
}

/** @throws Refused ROUTE_CLOSED where nobody may apply this way today */
export async function mustBeOpenRoute(tx: Tx, route: ApplicationRoute, areaCode: string): Promise<void> {
  if (!(await isOpenHere(tx, route, areaCode))) throw new Refused('ROUTE_CLOSED');
}
